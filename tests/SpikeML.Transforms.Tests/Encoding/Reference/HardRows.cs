namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Rows that kernels may get wrong: random ones, ties, ends of ranges, zeros of both signs, subnormals.</summary>
internal static class HardRows
{
    private static readonly float[] Ends = [0, -0f, 1, float.Epsilon, 1e-38f, 1e-20f, 0.5f, 0.25f, 1 - 1f / (1 << 24), 0.1f,
        1f / 3];

    /// <summary>The numbers of neurons to try.</summary>
    public static int[] Widths { get; } = FewerInstructions.IsThere
        ? [1, 2, 5, 15, 16, 17, 33, 70]
        : [.. Enumerable.Range(1, 34), 47, 48, 49, 63, 64, 65, 70, 300];

    /// <summary>Rows of values in [0, 1].</summary>
    public static IEnumerable<float[]> Unit(Random random, int length)
    {
        yield return Row(length, _ => random.NextSingle());
        yield return Row(length, _ => Ends[random.Next(Ends.Length)]);
        yield return Row(length, _ => random.Next(256) / 255f);
        yield return Row(length, _ => random.NextDouble() < 0.8 ? 0 : random.NextSingle());
        yield return Row(length, _ => random.Next(65) / 64f);
        yield return Row(length, _ => MathF.Exp(-90 * random.NextSingle()));
        yield return Row(length, _ => 0);
        yield return Row(length, _ => 1);
    }

    /// <summary>Rows of values of any size.</summary>
    public static IEnumerable<float[]> Finite(Random random, int length) =>
    [
        .. Unit(random, length),
        .. Unit(random, length).Select(row => row.Select(value => 3 * value - 1).ToArray()),
        Row(length, _ => (random.NextSingle() - 0.5f) * 3.4e38f * 2),
        Row(length, _ => random.Next(2) == 0 ? float.MaxValue : float.MinValue),
        Row(length, _ => BitConverter.Int32BitsToSingle(random.Next(1 << 20))),
        Row(length, slot => slot == 0 ? 1e30f : random.NextSingle()),
        Row(length, slot => slot * 0.001f),
    ];

    private static float[] Row(int length, Func<int, float> value) => [.. Enumerable.Range(0, length).Select(value)];
}
