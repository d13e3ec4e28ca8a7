namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// Series as users have them: noisy sines, as of sensors, and random walks, as of prices; 784 of 100 steps in a row.
/// </summary>
internal static class SeriesRows
{
    public const int NumSteps = 100;
    public const int Neurons = 784;

    private static readonly Lazy<InputRows> LazySeries = new(() => Make(value => value));

    private static readonly Lazy<InputRows> LazyUnit = new(() => Make(value => Math.Clamp(value, 0, 1)));

    private static readonly Lazy<InputRows> LazyNoise = new(MakeNoise);

    /// <summary>White noise around 0.5.</summary>
    public static InputRows Noise => LazyNoise.Value;

    /// <summary>Half of the neurons of a row are sines around 0.5, half are random walks.</summary>
    public static InputRows Series => LazySeries.Value;

    /// <summary>The same, clipped to [0, 1].</summary>
    public static InputRows Unit => LazyUnit.Value;

    private static InputRows MakeNoise()
    {
        Random random = new(4);
        float[] Row() => [.. Enumerable.Range(0, NumSteps * Neurons).Select(_ => (float)(0.5 + 0.2 * Normal(random)))];
        return InputRows.Of([NumSteps, Neurons], Enumerable.Range(0, 32).Select(_ => Row()), isTimeFirst: true);
    }

    private static InputRows Make(Func<float, float> map)
    {
        Random random = new(1);
        int count = InputRows.CountFor(NumSteps * Neurons);
        return InputRows.Of([NumSteps, Neurons], Enumerable.Range(0, count).Select(_ => Row(random, map)), isTimeFirst: true);
    }

    private static float[] Row(Random random, Func<float, float> map)
    {
        float[] row = new float[NumSteps * Neurons];
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            double amplitude = 0.2 + 0.3 * random.NextDouble(), period = 10 + 50 * random.NextDouble();
            double phase = random.NextDouble(), walk = random.NextDouble();
            for (int step = 0; step < NumSteps; step++)
            {
                double noise = 0.05 * Normal(random);
                walk += noise;
                double sine = 0.5 + amplitude * Math.Sin(2 * Math.PI * (step / period + phase)) + noise;
                row[step * Neurons + neuron] = map((float)(neuron % 2 == 0 ? sine : walk));
            }
        }
        return row;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
