using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Fitting;

/// <summary>
/// The noise by which candidates are compared is that of the decoded series, for each of the sixteen that are tried at once.
/// </summary>
public class TrialNoiseTests
{
    private const int Series = DoubleLanes.Count;

    private static readonly FittedSeriesCode[] Codes =
    [
        new BsaEncodingOptions { Threshold = 0.25 }, new BsaEncodingOptions { Threshold = 0, Filter = [1] },
        // Sums of these heights are rounded in single precision.
        new BsaEncodingOptions { Threshold = 0.1, Filter = [0.3f, 0.1f, -0.01f] },
        new BsaEncodingOptions { Threshold = 0, Filter = [1, 3e-8f, 0.1f, 1e-9f] },
        new BsaEncodingOptions { Threshold = 0, Filter = [0.1f, 0.2f, 0.4f, 0.8f] },
        new BsaEncodingOptions { Threshold = 0, Filter = [1 << 24, -1, 1] },
        new BsaEncodingOptions { Threshold = 0, Filter = [0.5f, 0.25f, float.Epsilon] },
        new BsaEncodingOptions { Threshold = 0, Filter = [.. Enumerable.Range(1, 20).Select(k => 1f / k)] },
        new MovingWindowEncodingOptions { Threshold = 0.25, Window = 1 },
        new MovingWindowEncodingOptions { Threshold = 0.1, Window = 3 },
        new MovingWindowEncodingOptions { Threshold = 0.2, Window = 100 },
        new MultiThresholdEncodingOptions { Lowest = -0.5, Highest = 1 },
        new MultiThresholdEncodingOptions { Lowest = 0.1, Highest = 0.9, NumThresholds = 2 },
        new MultiThresholdEncodingOptions { Lowest = -1, Highest = 1, NumThresholds = 32 },
        new MultiThresholdEncodingOptions { Lowest = -1, Highest = 1, NumThresholds = 33 },
        new StepForwardEncodingOptions { Threshold = 0.1 }, new ThresholdBasedEncodingOptions { Threshold = 0.1 },
        new ResidueEncodingOptions { Threshold = 0.1 },
    ];

    public static TheoryData<int, string> Cases => new(
        from code in Enumerable.Range(0, Codes.Length)
        from kind in AdversarialSeries.Kinds.Except(["extreme", "scales"])
        select (code, kind));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Noise_is_that_of_the_decoded_series(int code, string kind)
    {
        Random random = new(code);
        foreach (int steps in (int[])[1, 2, 3, 12, 45])
        {
            float[] tile = AdversarialSeries.Of(kind, steps * Series, random);
            double[] expected = Expected(Codes[code], tile);
            AssertNear(expected, Codes[code].Noise<float>(tile, new TrialMemory()), 1e-12, 0);
            // Doubles are not rounded to single precision before they are compared.
            AssertNear(expected, Codes[code].Noise<double>([.. tile.Select(value => (double)value)], new TrialMemory()),
                1e-4, 1e-12);
        }
    }

    [Fact]
    public void Noise_of_a_moving_window_computes_the_means_of_a_tile_once_for_all_thresholds()
    {
        float[] first = AdversarialSeries.Of("uniform", 20 * Series, new Random(1));
        float[] second = AdversarialSeries.Of("uniform", 20 * Series, new Random(2));
        TrialMemory memory = new();
        foreach ((float[] tile, int index) in new[] { (first, 0), (second, 1) })
        {
            memory.Tile = index;
            foreach ((double threshold, int window) in new[] { (0.1, 2), (0.2, 2), (0.2, 5), (0.3, 2) })
            {
                MovingWindowEncodingOptions code = new() { Threshold = threshold, Window = window };
                AssertNear(Expected(code, tile), code.Noise<float>(tile, memory), 1e-12, 0);
            }
        }
    }

    /// <summary>Differences of singles are in single precision, their squares in double precision.</summary>
    private static double[] Expected(FittedSeriesCode code, float[] tile)
    {
        float[] decoded = PlainSeriesCodes.Decode(code, PlainSeriesCodes.Encode(code, tile, Series), tile[..Series], tile.Length);
        double[] noise = new double[Series];
        for (int slot = 0; slot < tile.Length; slot++)
            noise[slot % Series] += Math.Pow((double)(decoded[slot] - tile[slot]), 2);
        return noise;
    }

    private static void AssertNear(double[] expected, DoubleLanes actual, double relative, double absolute)
    {
        for (int lane = 0; lane < Series; lane++)
            Assert.Equal(expected[lane], actual[lane], relative * expected[lane] + absolute);
    }
}
