using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Bsa;

public class BsaSumsTests
{
    [Theory]
    [InlineData(1 / 256f, 8 / 256f, 28 / 256f, 56 / 256f, 70 / 256f, 56 / 256f, 28 / 256f, 8 / 256f, 1 / 256f)]
    [InlineData(0.5f)]
    [InlineData(0.1f, -0.3f, 0.25f, 1e-9f, 3f, 0.7f)]
    [InlineData(0f, 0.5f, 0f, -0.5f)]
    [InlineData(1f, 3e38f, -3e38f)]
    [InlineData(float.Epsilon, 1e-40f, 2 * float.Epsilon)]
    public void Decode_gives_the_bits_of_a_plain_loop(params float[] filter)
    {
        Random random = new(3);
        BsaEncodingOptions options = new() { Filter = [.. filter], Threshold = 1 };
        foreach (int neurons in (int[])[1, 15, 16, 17, 33, 70])
        {
            for (int steps = 1; steps < 16; steps++)
            {
                foreach (bool graded in (bool[])[false, true])
                {
                    float[] spikes = [.. Enumerable.Range(0, steps * neurons)
                        .Select(_ => random.Next(3) == 0 ? 0 : graded ? random.NextSingle() - 0.5f : 1)];
                    float[] decoded = new float[spikes.Length];
                    Array.Fill(decoded, float.NaN);
                    BsaEncoding.Decode(spikes, new float[neurons], decoded, options);
                    EncodedRow.AssertSame(Plain(spikes, neurons, filter), decoded);
                }
            }
        }
    }

    [Theory]
    [InlineData(true, 0.5f, 0.25f, -0.75f)]
    [InlineData(true, 1f, 0f, 16777215f)]
    [InlineData(false, 1f, 0f, 16777216f)]
    [InlineData(false, 0.1f, 100f, 0f)]
    [InlineData(true, float.Epsilon, 1e-40f, 0f)]
    [InlineData(false, 3e38f, 3e38f, 3e38f)]
    public void AreExact_says_whether_single_precision_holds_all_sums(bool exact, float one, float two, float three) =>
        Assert.Equal(exact, BsaSums.AreExact([one, two, three]));

    [Fact]
    public void AreUnits_finds_a_single_value_that_is_neither_0_nor_1()
    {
        float[] spikes = [.. Enumerable.Range(0, 37).Select(i => i % 3 == 0 ? -0f : i % 3 == 1 ? 1 : 0)];
        Assert.True(BsaSums.AreUnits(spikes));
        for (int slot = 0; slot < spikes.Length; slot++)
        {
            foreach (float other in (float[])[-1, 0.5f, float.NaN])
            {
                float[] changed = [.. spikes];
                changed[slot] = other;
                Assert.False(BsaSums.AreUnits(changed));
            }
        }
    }

    private static float[] Plain(float[] spikes, int neurons, float[] filter) => [.. spikes.Select((_, slot) =>
    {
        double sum = 0;
        for (int k = 0; k < filter.Length && slot - k * neurons >= 0; k++)
            sum += (double)filter[k] * spikes[slot - k * neurons];
        return (float)sum;
    })];
}
