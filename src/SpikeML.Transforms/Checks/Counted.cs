namespace SpikeML;

/// <summary>Formats counts in messages: "1 spike", "2 spikes", "1,000 spikes".</summary>
internal static class Counted
{
    /// <param name="count">The number.</param>
    /// <param name="one">The singular noun; its plural ends in s.</param>
    public static string Of(long count, string one) =>
        FormattableString.Invariant($"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
