namespace SpikeML.Plot.Rendering;

/// <summary>Finds how large points may be before they hide one another.</summary>
internal static class MarkCrowd
{
    private const double Largest = 5, Step = 0.5;

    // The minimum share of a column's spikes on separate lines, and the maximum share of spikes directly followed by another.
    private const double LeastApart = 0.6, MostFollowed = 0.3;

    /// <summary>The minimum distance between marks, in diameters, at which a row of marks does not look like a line.</summary>
    private const double Pitch = 2.2;

    private const double MostOfShare = 2.5;

    private const double ShareOfStep = 0.3, LeastOfSmallest = 1, MostOfSmallest = 2.5;

    /// <summary>
    /// The largest diameter, at most 5 pixels, at which most spikes are separate from those of neighbours at the same step and
    /// from those of the next step. Neighbours are judged in the median column, so a single step at which all neurons fire does
    /// not make all marks small. The result is at least 1 pixel, or 2.5 if steps are wide.
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
        // Marks much larger than a spike's share of the area cannot be apart: a million spikes need no second look.
        double area = (spikes[^1].Step + 1) * stepWidth * rows.Count * rowHeight;
        double diameter = Math.Min(Largest, MostOfShare * Math.Sqrt(area / spikes.Length));
        while (diameter > smallest)
        {
            (double apart, double followed) = Measure(spikes, rows, stepWidth / diameter, rowHeight / diameter);
            if (apart >= LeastApart && (Pitch * diameter <= stepWidth || followed <= MostFollowed))
                break;
            diameter -= Step;
        }
        return Math.Max(diameter, smallest);
    }

    private static (double Apart, double Followed) Measure(
        ReadOnlySpan<SpikeEvent> spikes, NeuronRows rows, double columnsPerStep, double linesPerRow)
    {
        // For each line the step of its last spike.
        int[] last = new int[(int)Math.Min(Array.MaxLength - 1, rows.Count * linesPerRow) + 1];
        Array.Fill(last, int.MinValue);
        List<double> shares = [];
        (int column, int count, int taken, int all, int followed) = (-1, 0, 0, 0, 0);
        foreach (ref readonly SpikeEvent spike in spikes)
        {
            if (!rows.Contains(spike.Neuron))
                continue;
            int place = Column(spike.Step);
            ref int before = ref last[(int)(rows.RowOf(spike.Neuron) * linesPerRow)];
            if (place != column)
                EndColumn(place);
            (count, all) = (count + 1, all + 1);
            taken += before == int.MinValue || Column(before) != place ? 1 : 0;
            followed += before == spike.Step - 1 ? 1 : 0;
            before = spike.Step;
        }
        EndColumn(-1);
        shares.Sort();
        return all == 0 ? (1, 0) : (shares[shares.Count / 2], (double)followed / all);

        int Column(int step) => (int)(step * columnsPerStep);

        void EndColumn(int next)
        {
            if (count > 0)
                shares.Add((double)taken / count);
            (column, count, taken) = (next, 0, 0);
        }
    }
}
