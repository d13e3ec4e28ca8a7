using CsCheck;

namespace SpikeML.Tests.Encoding;

/// <summary>What the tests of codes of single features share.</summary>
internal static class FeatureCodes
{
    /// <summary>0 to 40 features in [0, 1], 0 and 1 among them.</summary>
    public static Gen<float[]> Unit { get; } = Gen.Int[0, 1 << 20].Select(value => value / (float)(1 << 20)).Array[0, 40];

    public static float[] Encode(float[] features, int perFeature, Action<float[], float[]> encode)
    {
        float[] spikes = new float[features.Length * perFeature];
        Array.Fill(spikes, float.NaN);
        encode(features, spikes);
        return spikes;
    }

    public static float[] Decode(float[] spikes, int features, Action<float[], float[]> decode)
    {
        float[] decoded = new float[features];
        Array.Fill(decoded, float.NaN);
        decode(spikes, decoded);
        return decoded;
    }

    /// <summary>
    /// By how much the share of successes of so many trials differs from its probability but once in 10^10 times, by Bernstein's
    /// inequality.
    /// </summary>
    public static double LargestDeviation(double probability, int trials) =>
        7.1 * Math.Sqrt(Math.Max(0, probability * (1 - probability)) / trials) + 17.0 / trials;

    /// <summary>The steps at which one of the features spikes.</summary>
    public static int[] Times(float[] spikes, int features, int slot) =>
        [.. Enumerable.Range(0, spikes.Length / features).Where(step => spikes[step * features + slot] != 0)];
}
