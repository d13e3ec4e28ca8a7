namespace SpikeML.Tests.Encoding;

/// <summary>Signals of 64 steps that thresholds are fitted to.</summary>
internal static class SeriesSignals
{
    public static TheoryData<string> Names => ["sine", "step", "ramp", "ECG-like", "noise"];

    public static float[] Of(string name)
    {
        Random random = new(5);
        return [.. Enumerable.Range(0, 64).Select(step => (float)(name switch
        {
            "sine" => 0.5 + 0.4 * Math.Sin(step * 0.1),
            "step" => step / 16 % 2 == 0 ? 0.1 : 0.9,
            "ramp" => 3 - step * 0.0625,
            "ECG-like" => Math.Exp(-Math.Pow((step % 20 - 8) / 1.5, 2)) + 0.02 * random.NextDouble(),
            _ => random.NextDouble(),
        }))];
    }

    public static double Noise(float[] series, float[] decoded) =>
        series.Zip(decoded, (value, other) => Math.Pow((double)value - other, 2)).Sum();
}
