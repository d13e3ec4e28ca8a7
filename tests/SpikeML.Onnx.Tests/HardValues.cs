namespace SpikeML.Onnx.Tests;

/// <summary>Values at which an encoder that rounds otherwise would give other spikes.</summary>
internal static class HardValues
{
    private static readonly float[] Ends = [0, 1, -0f, float.Epsilon, 1e-40f, 1.1754944e-38f, MathF.BitDecrement(1), 0.5f, 1e-7f];

    /// <summary>Rows of features in [0, 1]: random, ends, denormal numbers, ties, fractions to within some ulps.</summary>
    public static IEnumerable<float[]> Features(int count, int length)
    {
        Random random = new(1);
        for (int row = 0; row < count; row++)
        {
            float[] features = new float[length];
            for (int slot = 0; slot < length; slot++)
                features[slot] = random.Next(6) switch
                {
                    0 => Ends[random.Next(Ends.Length)],
                    1 => Near(random.Next(1, 256) / 256f, random),
                    2 => Near(random.Next(1, 100) / 100f, random),
                    3 when slot > 0 => features[random.Next(slot)],
                    _ => random.NextSingle(),
                };
            yield return features;
        }
    }

    /// <summary>
    /// Rows of series, time-major: random walks in steps of 1/8, 0.1 or any size, with plateaus, jumps and denormal numbers.
    /// </summary>
    public static IEnumerable<float[]> Series(int count, int numSteps, int neurons)
    {
        Random random = new(1);
        for (int row = 0; row < count; row++)
        {
            float[] series = new float[numSteps * neurons];
            for (int slot = 0; slot < series.Length; slot++)
            {
                float before = slot < neurons ? random.Next(-4, 5) / 4f : series[slot - neurons];
                series[slot] = random.Next(7) switch
                {
                    0 => before,
                    1 => before + random.Next(-3, 4) / 8f,
                    2 => before + random.Next(-3, 4) * 0.1f,
                    3 => Near(before + (random.Next(2) == 0 ? 0.25f : -0.25f), random),
                    4 => random.Next(3) * 1e-41f,
                    _ => before + random.NextSingle() - 0.5f,
                };
            }
            yield return series;
        }
    }

    private static float Near(float value, Random random)
    {
        for (int ulps = random.Next(3); ulps > 0; ulps--)
            value = random.Next(2) == 0 ? MathF.BitIncrement(value) : MathF.BitDecrement(value);
        return value;
    }
}
