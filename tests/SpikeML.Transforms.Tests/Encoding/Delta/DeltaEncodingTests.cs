namespace SpikeML.Tests.Encoding.Delta;

public class DeltaEncodingTests
{
    private static readonly float[] Rising = [1, 2, 2.9f, 3, 3.9f];
    private static readonly float[] Swinging = [1, 2, 0, 2, 2.9f];
    private static readonly float[] Tutorial = [0, 1, 0, 2, 8, -20, 20, -5, 0, 1, 0];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 258)];

    public static TheoryData<float[], DeltaEncodingOptions, float[]> Published => new()
    {
        { Rising, new() { Threshold = 1 }, [1, 1, 0, 0, 0] },
        { Rising, new() { Threshold = 1, Padding = true }, [0, 1, 0, 0, 0] },
        { Swinging, new() { Threshold = 1, OffSpike = true }, [1, 1, -1, 1, 0] },
        { Swinging, new() { Threshold = 1, Padding = true, OffSpike = true }, [0, 1, -1, 1, 0] },
        { Tutorial, new() { Threshold = 4 }, [0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0] },
        { Tutorial, new() { Threshold = 4, OffSpike = true }, [0, 0, 0, 0, 1, -1, 1, -1, 1, 0, 0] },
        { [1, 1, 2], new() { Threshold = 0, OffSpike = true }, [1, 0, 1] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Encode_gives_the_examples_of_snnTorchs_documentation(float[] series, DeltaEncodingOptions options,
        float[] expected) =>
        Assert.Equal(expected, Encode(series, 1, options));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Encode_agrees_with_the_formula_at_every_length(int length)
    {
        float[] series = [.. Enumerable.Range(0, length * 3).Select(i => i * 31 % 17 / 8f)];
        DeltaEncodingOptions options = new() { Threshold = 0.5, OffSpike = true };
        float[] expected = [.. series.Select((value, i) => value - (i < length ? 0 : series[i - length]))
            .Select(change => change >= 0.5f ? 1f : change <= -0.5f ? -1f : 0)];
        if (length > 0)
            Assert.Equal(expected, Encode(series, length, options));
    }

    [Fact]
    public void Encode_counts_spikes_and_off_spikes() =>
        Assert.Equal(5, DeltaEncoding.Encode(Tutorial, new float[11], 1, new() { Threshold = 4, OffSpike = true }));

    [Fact]
    public void Encode_refuses_values_that_are_not_finite()
    {
        var error = Assert.Throws<InvalidFeatureException>(() => Encode([0, 1, float.NaN], 1, new()));
        Assert.Equal(2, error.Slot);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Encode_names_the_first_of_several_values_that_are_not_finite(int neurons)
    {
        for (int first = 0; first < 3 * neurons; first++)
        {
            foreach (float bad in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            {
                float[] series = new float[3 * neurons];
                Array.Fill(series, bad, first, series.Length - first);
                Assert.Equal(first, Assert.Throws<InvalidFeatureException>(() => Encode(series, neurons, new())).Slot);
            }
        }
    }

    [Fact]
    public void Encode_refuses_to_write_over_its_input()
    {
        float[] series = [1, 2, 3];
        Assert.Throws<ArgumentException>(() => DeltaEncoding.Encode(series, series, 1, new()));
    }

    [Fact]
    public void Encode_refuses_a_broken_last_step() => Assert.Throws<ArgumentException>(() => Encode([1, 2, 3], 2, new()));

    private static float[] Encode(float[] series, int neuronCount, DeltaEncodingOptions options)
    {
        float[] spikes = new float[series.Length];
        Array.Fill(spikes, float.NaN);
        int count = DeltaEncoding.Encode(series, spikes, neuronCount, options);
        Assert.Equal(spikes.Count(spike => spike != 0), count);
        return spikes;
    }
}
