namespace SpikeML.Tests.Encoding.Latency;

/// <summary>Normalize stretches the times of the logarithmic code from the first spike time to the last step.</summary>
public class LatencyStretchTests
{
    private static readonly LatencyEncodingOptions Options = new() { NumSteps = 50, Tau = 5, Normalize = true };

    public static TheoryData<LatencyEncodingOptions> Codes =>
    [
        Options with { LargestTime = 9 }, Options with { FirstSpikeTime = 10, LargestTime = 19 },
        // All features that were fitted are so close to 1 that they fire at the first step: a step is then one unit of time.
        Options with { LargestTime = 0 }, Options with { FirstSpikeTime = 10, LargestTime = 10 },
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EncodeTimes_gives_the_formula(LatencyEncodingOptions options)
    {
        float[] features = [.. Enumerable.Range(0, 100).Select(i => (i + 1) / 100f)], times = new float[100];
        LatencyEncoding.EncodeTimes(features, times, options);
        double first = options.FirstSpikeTime, largest = options.LargestTime!.Value - first;
        for (int slot = 1; slot < features.Length; slot++)
        {
            double time = 5 * Math.Log(features[slot] / (features[slot] - 0.01)) / (largest > 0 ? largest : 1);
            Assert.Equal(Math.Min(first + time * (49 - first), 49), times[slot], 1e-4 * (1 + times[slot]));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void DecodeTimes_restores_the_features(LatencyEncodingOptions options)
    {
        float[] features = [.. Enumerable.Range(0, 100).Select(i => 0.2f + i / 150f)], times = new float[100];
        float[] decoded = new float[100];
        LatencyEncoding.EncodeTimes(features, times, options);
        LatencyDecoding.DecodeTimes(times, decoded, options);
        // Later times fall on the last step.
        for (int slot = 0; slot < features.Length; slot++)
            Assert.Equal(features[slot], times[slot] < 49 ? decoded[slot] : features[slot], 1e-3f);
        Assert.Contains(times, time => time < 49);
    }
}
