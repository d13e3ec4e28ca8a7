namespace SpikeML.Plot.Rendering;

/// <summary>Finds how large points may be before they hide one another.</summary>
internal static class MarkCrowd
{
    private const double Largest = 6, Step = 0.5;

    // The minimum share of a column's spikes on separate lines, and the maximum share of spikes directly followed by another.
    private const double LeastApart = 0.6, MostFollowed = 0.3;

    /// <summary>The minimum distance between marks, in diameters, at which a row of marks does not look like a line.</summary>
    private const double Pitch = 2.2;

    /// <summary>The largest diameter as a share of the side of the square that each spike has on average.</summary>
    private const double MostOfShare = 0.6;

    /// <summary>The minimum distance between rows, in pixels, at which a mark shows which row it is in.</summary>
    private const double LeastRow = 3;

    private const double ShareOfStep = 0.3, LeastOfSmallest = 1, MostOfSmallest = 2.5;

    /// <summary>
    /// The largest diameter, at most 6 pixels, at which most spikes are separate from those of neighbours at the same step and
    /// from those of the next step, and at which marks stay in their rows if rows are that high. Neighbours are judged in the
    /// median column, so a single step at which all neurons fire does not make all marks small. The result is at least 1 pixel,
    /// or 2.5 if steps are wide.
    /// </summary>
    /// <param name="spikes">The spikes ordered by step, in these rows and others.</param>
    /// <param name="rows">The rows to draw.</param>
    /// <param name="stepWidth">The distance from one step to the next, in pixels.</param>
    /// <param name="rowHeight">The distance from one row to the next, in pixels.</param>
    public static double Diameter(ReadOnlySpan<SpikeEvent> spikes, NeuronRows rows, double stepWidth, double rowHeight)
    {
        double smallest = Math.Clamp(ShareOfStep * stepWidth, LeastOfSmallest, MostOfSmallest);
        if (spikes.IsEmpty || stepWidth <= 0 || rowHeight <= 0)
            return Largest;
        double area = (spikes[^1].Step + 1) * stepWidth * rows.Count * rowHeight;
        double diameter = Math.Min(rowHeight < LeastRow ? Largest : Math.Min(Largest, rowHeight),
            MostOfShare * Math.Sqrt(area / spikes.Length));
        while (diameter > smallest)
        {
            (bool isApart, double followed) = Measure(spikes, rows, stepWidth / diameter, rowHeight / diameter);
            if (isApart && (Pitch * diameter <= stepWidth || followed <= MostFollowed))
                break;
            diameter -= Step;
        }
        return Math.Max(diameter, smallest);
    }

    /// <summary>Whether spikes are apart in the median column, and the share of spikes that are followed by another.</summary>
    private static (bool IsApart, double Followed) Measure(
        ReadOnlySpan<SpikeEvent> spikes, NeuronRows rows, double columnsPerStep, double linesPerRow)
    {
        int first = rows.First;
        int[] lineOfRow = new int[rows.Count];
        for (int row = 0; row < lineOfRow.Length; row++)
            lineOfRow[row] = (int)(row * linesPerRow);
        // For each line the step of its last spike.
        int[] last = new int[lineOfRow[^1] + 1];
        Array.Fill(last, int.MinValue);
        (int all, int followed, int start, int columns, int crowded) = (0, 0, 0, 0, 0);
        while (start < spikes.Length)
        {
            ReadOnlySpan<SpikeEvent> column = Column(spikes[start..], columnsPerStep);
            (int count, int taken) = (0, 0);
            foreach (ref readonly SpikeEvent spike in column)
            {
                int row = spike.Neuron - first;
                if ((uint)row >= (uint)lineOfRow.Length)
                    continue;
                ref int before = ref last[lineOfRow[row]];
                taken += before < column[0].Step ? 1 : 0;
                followed += before == spike.Step - 1 ? 1 : 0;
                before = spike.Step;
                count++;
            }
            columns += count > 0 ? 1 : 0;
            crowded += taken < LeastApart * count ? 1 : 0;
            all += count;
            start += column.Length;
        }
        return (crowded <= columns / 2, (double)followed / Math.Max(1, all));
    }

    /// <summary>The first spikes, those whose steps are in the same column.</summary>
    private static ReadOnlySpan<SpikeEvent> Column(ReadOnlySpan<SpikeEvent> spikes, double columnsPerStep)
    {
        (int step, int column) = (spikes[0].Step, (int)(spikes[0].Step * columnsPerStep));
        for (int i = 1; i < spikes.Length; i++)
        {
            if (spikes[i].Step == step)
                continue;
            step = spikes[i].Step;
            if ((int)(step * columnsPerStep) != column)
                return spikes[..i];
        }
        return spikes;
    }
}
