namespace SpikeML.Events;

/// <summary>Which columns of a table are x, y, time and polarity.</summary>
/// <param name="X">The column of x.</param>
/// <param name="Y">The column of y.</param>
/// <param name="Time">The column of times.</param>
/// <param name="Polarity">The column of polarities.</param>
/// <param name="Origin">Where this was taken from: a short phrase.</param>
internal readonly record struct EventColumns(int X, int Y, int Time, int Polarity, string Origin)
{
    private static readonly string[][] Aliases =
        [["x", "xs", "col"], ["y", "ys", "row"], ["t", "ts", "time", "times", "timestamp", "timestamps"],
            ["p", "ps", "pol", "polarity", "polarities", "on"]];

    /// <summary>Finds the columns by their names, or null if one is missing.</summary>
    public static EventColumns? Named(IReadOnlyList<string> names, string origin)
    {
        int[] places = [.. Aliases.Select(aliases => IndexOf(names, aliases))];
        return places.Contains(-1) ? null : new(places[0], places[1], places[2], places[3], origin);
    }

    public static bool IsName(string word) => Aliases.Any(aliases => aliases.Contains(Plain(word)));

    /// <summary>Finds the columns by their values, or null where these leave it open.</summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="count">The number of columns.</param>
    public static EventColumns? Guess(ReadOnlySpan<EventNumber> rows, int count)
    {
        if (count != Aliases.Length || rows.IsEmpty)
            return null;
        int time = TimeColumn(rows);
        int polarity = -1;
        for (int column = 0; column < count; column++)
            if (column != time && IsPolarity(rows, column))
                polarity = column;
        if (time < 0 || polarity < 0)
            return null;
        int[] places = [.. Enumerable.Range(0, count).Where(column => column != time && column != polarity)];
        string[] order = new string[count];
        (order[places[0]], order[places[1]], order[time], order[polarity]) = ("x", "y", "t", "p");
        return new(places[0], places[1], time, polarity, $"columns {string.Join(' ', order)} by their values");
    }

    /// <summary>Times have fractions, or are the largest of the values that never fall.</summary>
    private static int TimeColumn(ReadOnlySpan<EventNumber> rows)
    {
        int found = -1;
        (bool Fraction, long Largest) best = default;
        for (int column = 0; column < Aliases.Length; column++)
        {
            (bool Fraction, long Largest) own = (false, long.MinValue);
            bool ascends = true;
            for (int i = column; i < rows.Length; i += Aliases.Length)
            {
                ascends &= rows[i].Whole >= own.Largest;
                own = (own.Fraction || rows[i].Fraction != 0, Math.Max(own.Largest, rows[i].Whole));
            }
            if ((ascends || own.Fraction) && (found < 0 || own.CompareTo(best) > 0))
                (found, best) = (column, own);
        }
        return found;
    }

    private static bool IsPolarity(ReadOnlySpan<EventNumber> rows, int column)
    {
        for (int i = column; i < rows.Length; i += Aliases.Length)
            if (rows[i] is not { Whole: >= -1 and <= 1, Fraction: 0 })
                return false;
        return true;
    }

    private static int IndexOf(IReadOnlyList<string> names, string[] aliases)
    {
        for (int i = 0; i < names.Count; i++)
            if (aliases.Contains(Plain(names[i])))
                return i;
        return -1;
    }

    // HDF5 datasets and archives may be named by their path, such as events/x.
    private static string Plain(string name) =>
        name[(name.LastIndexOf('/') + 1)..].Trim().Trim('"', '#').Trim().ToLowerInvariant();
}
