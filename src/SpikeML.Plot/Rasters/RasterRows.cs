using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Assigns rows to neurons, one after another, with some empty rows between groups.</summary>
internal sealed class RasterRows
{
    private const double GapOfHeight = 0.02;

    private RasterRows(NeuronRows[] groups, double gap) => (Groups, Gap) = (groups, gap);

    /// <summary>The groups from the bottom; a single group if none are given.</summary>
    public NeuronRows[] Groups { get; }

    /// <summary>The empty height between two groups, in axis units.</summary>
    public double Gap { get; }

    /// <summary>The upper end of the axis.</summary>
    public double Top => Groups[^1].Top;

    public static RasterRows One(SpikeTrain train, int? neuron) =>
        new([neuron is { } only ? new NeuronRows(only, 1, -0.5) : NeuronRows.All(train)], 0);

    /// <param name="groups">The groups.</param>
    /// <param name="height">The height of all rows, in pixels.</param>
    /// <param name="leastHeight">The minimum height of a group in pixels, if there is enough room.</param>
    public static RasterRows OfGroups(IReadOnlyList<NeuronGroup> groups, double height, double leastHeight)
    {
        double neurons = groups.Sum(group => (double)group.Count), gap = Math.Ceiling(neurons * GapOfHeight);
        double[] shares = Shares([.. groups.Select(group => group.Count / neurons)],
            Math.Min(leastHeight / height, 1.0 / groups.Count));
        // The group that is squeezed the most keeps rows of height 1, and the others' are higher.
        double rowsOfAll = groups.Select((group, i) => group.Count / shares[i]).Max();
        NeuronRows[] rows = new NeuronRows[groups.Count];
        (int first, double bottom) = (0, -0.5);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new NeuronRows(first, groups[i].Count, bottom, rowsOfAll * shares[i] / groups[i].Count);
            first += groups[i].Count;
            bottom = rows[i].Top + gap;
        }
        return new RasterRows(rows, gap);
    }

    /// <summary>Raises small shares to a minimum and reduces the larger ones in proportion.</summary>
    private static double[] Shares(double[] shares, double least)
    {
        bool[] isRaised = new bool[shares.Length];
        for (bool again = true; again;)
        {
            again = false;
            double left = 1 - least * isRaised.Count(raised => raised), sum = shares.Where((_, i) => !isRaised[i]).Sum();
            for (int i = 0; i < shares.Length; i++)
            {
                if (isRaised[i] || shares[i] / sum * left >= least)
                    continue;
                isRaised[i] = again = true;
            }
        }
        double rest = 1 - least * isRaised.Count(raised => raised), restSum = shares.Where((_, i) => !isRaised[i]).Sum();
        return [.. shares.Select((share, i) => isRaised[i] ? least : share / restSum * rest)];
    }
}
