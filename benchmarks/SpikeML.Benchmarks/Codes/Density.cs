namespace SpikeML.Benchmarks.Codes;

/// <summary>The shares of spikes at which codes are measured.</summary>
internal static class Density
{
    public static double[] All { get; } = [0.001, 0.01, 0.05, 0.19, 0.40, 0.49, 0.51, 0.80, 1];

    /// <summary>Enough to see where a code stands.</summary>
    public static double[] Few { get; } = [0.001, 0.01, 0.19, 0.51, 1];

    /// <summary>
    /// Whether a density is the one asked for. The two around a half, where the form of a row changes, are told apart.
    /// </summary>
    public static bool IsReached(double target, double reached) => Math.Abs(reached - target) <= target switch
    {
        <= 0.01 => 0.4 * target,
        < 0.1 => 0.1 * target,
        < 0.6 => 0.005,
        < 1 => 0.03,
        _ => 0.02,
    };

    public static string Text(double density) => FormattableString.Invariant($"{100 * density:0.##} %");
}
