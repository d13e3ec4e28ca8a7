using static System.FormattableString;

namespace SpikeML;

/// <summary>The texts of warnings about a column's first rows.</summary>
internal static class WatchTexts
{
    private const float LargestByte = 255;

    public static string Outside(string column, SpikeCode code, ValueLimits limits, double share, int rows, float lowest,
        float highest) =>
        Invariant($"Column '{column}': {100 * share:0.##} % of the values in {Rows(rows)} are outside ")
        + Invariant($"[{limits.Lowest:0.####}, {limits.Highest:0.####}] (they range from {lowest} to {highest}), so ")
        + Invariant($"{limits.Consequence} ({code.Entry.Name} coding). ") + Remedy(limits, lowest, highest);

    public static string AlwaysFiring(string column, SpikeCode code, int rows) =>
        $"Column '{column}': every neuron fired at every step in {Rows(rows)} ({code.Entry.Name} coding), so the "
            + "spikes carry no information. Scale the column first with mlContext.Transforms.Spikes.Scale, or change the "
            + "code's options.";

    public static string Silent(string column, SpikeCode code, int rows) =>
        $"Column '{column}': no neuron fired in {Rows(rows)} ({code.Entry.Name} coding). {code.SilenceRemedy}";

    public static string NoSpikes(string column, int rows) =>
        $"Column '{column}' has no spikes in {Rows(rows)}, so there is nothing to learn or predict from. "
            + "Check the encoder's options and its input values.";

    private static string Remedy(ValueLimits limits, float lowest, float highest) =>
        limits.FollowGain && lowest >= 0 && highest is > 1 and <= LargestByte
            ? "If they are bytes or pixels from 0 to 255, set Gain = 1f / 255; otherwise scale the column first with "
                + "mlContext.Transforms.Spikes.Scale."
            : "Scale the column first with mlContext.Transforms.Spikes.Scale.";

    /// <summary>Rows that are read in several passes count each time.</summary>
    private static string Rows(int rows) => rows switch
    {
        1 => "the first row",
        FirstRowsWatch.RowsWatched => Invariant($"the first {rows:N0} rows"),
        _ => Invariant($"the {rows:N0} rows read so far"),
    };
}
