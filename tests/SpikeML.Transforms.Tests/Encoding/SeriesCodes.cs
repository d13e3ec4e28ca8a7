using CsCheck;

namespace SpikeML.Tests.Encoding;

/// <summary>What the tests of all codes of series share.</summary>
internal static class SeriesCodes
{
    /// <summary>Series of 1 to 60 steps of 1 to 4 neurons, with values that single precision holds exactly.</summary>
    public static Gen<(float[] Series, int NeuronCount)> Any { get; } =
        from neurons in Gen.Int[1, 4]
        from steps in Gen.Int[1, 60]
        from values in Gen.Int[-256, 256].Array[neurons * steps]
        select (values.Select(value => value / 64f).ToArray(), neurons);

    public static float[] Encode(float[] series, int channels, Action<float[], float[]> encode)
    {
        float[] spikes = new float[series.Length * channels];
        Array.Fill(spikes, float.NaN);
        encode(series, spikes);
        return spikes;
    }

    public static float[] Decode(float[] spikes, float[] series, int neuronCount, Action<float[], float[], float[]> decode)
    {
        float[] decoded = new float[series.Length];
        Array.Fill(decoded, float.NaN);
        decode(spikes, series[..neuronCount], decoded);
        return decoded;
    }

    /// <summary>How far the decoded series is off at worst.</summary>
    public static float LargestError(float[] series, float[] decoded) =>
        series.Zip(decoded, (value, other) => Math.Abs(value - other)).Max();
}
