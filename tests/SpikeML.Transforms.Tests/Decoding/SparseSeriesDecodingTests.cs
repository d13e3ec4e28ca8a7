using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Decoding;

/// <summary>Codes of series decode sparse trains bit by bit as they decode dense ones.</summary>
public class SparseSeriesDecodingTests
{
    public static TheoryData<SeriesCode> Codes =>
    [
        new DeltaEncodingOptions { Threshold = 0.1f, OffSpike = true }, new StepForwardEncodingOptions { Threshold = 0.1 },
        new ThresholdBasedEncodingOptions { Threshold = 0.1 },
        new MovingWindowEncodingOptions { Threshold = 0.1, Window = 3 }, new ResidueEncodingOptions { Threshold = 0.1 },
        new MultiThresholdEncodingOptions { NumThresholds = 5, Lowest = -1, Highest = 2 },
        new BsaEncodingOptions { Filter = [0.5f, -0.25f, 0.1f, 0.3f] },
    ];

    [Fact]
    public void Codes_that_decode_sparse_rows_are_tested() =>
        Assert.Equal(Codes.Select(row => row.Data.GetType()).Order(Comparer<Type>.Create(ByName)),
            SpikeCodes.Encoders.Select(entry => entry.Default).OfType<SeriesCode>().Where(code => code.DecodesSparse)
                .Select(code => code.GetType()).Order(Comparer<Type>.Create(ByName)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Sparse_trains_decode_as_dense_ones_do(SeriesCode code)
    {
        Random random = new(3);
        foreach ((int steps, int neurons) in new[] { (1, 1), (1, 20), (2, 3), (40, 1), (12, 33) })
        {
            foreach (double density in new[] { 0, 0.02, 0.4, 1 })
            {
                foreach (bool graded in new[] { false, true })
                    AssertSame(code, random, steps, neurons, density, graded);
            }
        }
    }

    [Fact]
    public void A_sparse_spike_that_is_not_finite_is_named_by_its_slot() =>
        Assert.Equal(7, Assert.Throws<InvalidFeatureException>(() => new StepForwardEncodingOptions { Threshold = 1 }.Decode(
            new SpikeValues([3, 7], [1, float.NaN]), [4, 2], [0.0], new float[8])).Slot);

    private static void AssertSame(SeriesCode code, Random random, int steps, int neurons, double density, bool graded)
    {
        float[] spikes = [.. Enumerable.Range(0, steps * neurons * code.Channels).Select(_ =>
            random.NextDouble() >= density ? 0 : graded ? random.NextSingle() - 0.5f : 1)];
        // A value that is listed may be 0.
        int[] slots = [.. Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] != 0 || graded && random.Next(9) == 0)];
        double[] first = [.. Enumerable.Range(0, neurons).Select(neuron => neuron % 3 == 0 ? -0.0 : random.NextDouble())];
        float[] expected = new float[steps * neurons], decoded = new float[expected.Length];
        int[] dimensions = code.Channels == 1 ? [steps, neurons] : [steps, neurons, code.Channels];
        Array.Fill(decoded, float.NaN);
        code.Decode(new SpikeValues(spikes), [.. dimensions], first, expected);
        code.Decode(new SpikeValues(slots, [.. slots.Select(slot => spikes[slot])]), [.. dimensions], first, decoded);
        EncodedRow.AssertSame(expected, decoded);
    }

    private static int ByName(Type one, Type other) => string.CompareOrdinal(one.Name, other.Name);
}
