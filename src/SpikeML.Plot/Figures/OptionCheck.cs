namespace SpikeML.Plot;

/// <summary>Refuses options outside their range.</summary>
internal static class OptionCheck
{
    /// <summary>Throws unless the option holds what it may.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="name">The option.</param>
    /// <param name="value">What it is.</param>
    /// <param name="range">What it may be, as a sentence.</param>
    public static void Require(bool holds, string name, object? value, string range)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, value, range);
    }
}
