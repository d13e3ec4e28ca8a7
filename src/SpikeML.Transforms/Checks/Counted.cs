namespace SpikeML;

/// <summary>Numbers of things in messages: "1 spike", "2 spikes", "1,000 spikes".</summary>
internal static class Counted
{
    /// <param name="count">How many.</param>
    /// <param name="one">The thing's name, whose plural ends in s.</param>
    public static string Of(long count, string one) =>
        FormattableString.Invariant($"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
