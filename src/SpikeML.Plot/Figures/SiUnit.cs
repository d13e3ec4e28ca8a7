namespace SpikeML.Plot;

/// <summary>A unit with the prefix that suits a range: seconds, milliseconds, microseconds or nanoseconds.</summary>
/// <param name="Name">The unit as it is written, such as ms.</param>
/// <param name="Size">The size of one such unit in units without a prefix.</param>
internal readonly record struct SiUnit(string Name, double Size)
{
    private static readonly (string Prefix, double Size)[] Prefixes =
        [("G", 1e9), ("M", 1e6), ("k", 1e3), ("", 1), ("m", 1e-3), ("µ", 1e-6), ("n", 1e-9), ("p", 1e-12)];

    /// <summary>Values as they are, without a unit.</summary>
    public static SiUnit None { get; } = new("", 1);

    /// <summary>The largest of second, ms, µs, ns and ps that makes the longest time at least 1.</summary>
    public static SiUnit OfTime(double longest) => Of("s", longest, most: 1);

    /// <summary>The largest prefix that makes the largest magnitude at least 1.</summary>
    public static SiUnit Of(string name, double largest, double most = 1e9)
    {
        largest = Math.Abs(largest);
        if (largest is not (> 0 and < double.PositiveInfinity))
            return new SiUnit(name, 1);
        foreach ((string prefix, double size) in Prefixes)
        {
            if (size <= most && largest >= size * (1 - 1e-9))
                return new SiUnit(prefix + name, size);
        }
        return new SiUnit(Prefixes[^1].Prefix + name, Prefixes[^1].Size);
    }

    /// <summary>A label followed by the unit in brackets.</summary>
    public string Label(string text) => Name.Length == 0 ? text : $"{text} ({Name})";
}
