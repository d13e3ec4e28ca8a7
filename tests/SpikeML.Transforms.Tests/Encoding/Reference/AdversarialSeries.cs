namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Series that vectorised kernels are most likely to get wrong.</summary>
internal static class AdversarialSeries
{
    public static IReadOnlyList<string> Kinds { get; } = ["uniform", "ties", "zeros", "tiny", "extreme", "scales", "constant"];

    /// <summary>
    /// The numbers of steps and neurons: 1 to 40 steps of 1 to 70 neurons, and a few longer or wider series. Three of these take
    /// several blocks of steps.
    /// </summary>
    public static IEnumerable<(int NumSteps, int NeuronCount)> Shapes(Random random)
    {
        // Seven goes through all remainders of a vector's length.
        for (int neurons = 1; neurons <= 70; neurons += FewerInstructions.IsThere ? 7 : 1)
            yield return (random.Next(1, 41), neurons);
        foreach ((int, int) shape in new[]
            { (1, 1), (1, 16), (2, 1), (2, 17), (1000, 1), (300, 3), (12, 784), (3, StepBlocks.Length + 9), (3000, 3) })
            yield return shape;
    }

    public static bool HasBlocks((int NumSteps, int NeuronCount) shape) =>
        shape.NumSteps * shape.NeuronCount > StepBlocks.Length;

    public static float[] Of(string kind, int length, Random random) =>
        [.. Enumerable.Range(0, length).Select(_ => Value(kind, random))];

    private static float Value(string kind, Random random) => kind switch
    {
        "uniform" => (float)(random.NextDouble() * 2 - 0.5),
        // Multiples of the thresholds' parts: changes and sums meet them exactly.
        "ties" => random.Next(-8, 9) / 8f,
        "zeros" => random.Next(4) switch { 0 => -0f, 1 => 0.25f, 2 => -0.25f, _ => 0f },
        "tiny" => BitConverter.Int32BitsToSingle(random.Next(0, 1 << 24)) * random.Next(-1, 2),
        "extreme" => random.Next(3) switch { 0 => float.MaxValue, 1 => -float.MaxValue, _ => random.NextSingle() },
        "scales" => (float)Math.ScaleB(random.NextDouble() - 0.5, random.Next(-60, 20)),
        _ => 0.7f,
    };
}
