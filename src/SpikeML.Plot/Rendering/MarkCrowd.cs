namespace SpikeML.Plot.Rendering;

/// <summary>Finds how large points may be before they hide one another.</summary>
internal static class MarkCrowd
{
    private const double Largest = 5, Step = 0.5, LeastApart = 0.75;

    // Spikes of neighbours at one step may touch, those of successive steps not.
    private const double ShareOfStep = 0.3, LeastOfSmallest = 1, MostOfSmallest = 2.5;

    /// <summary>
    /// The largest diameter, from 5 pixels down, at which three of four spikes have a place of that size for themselves, in the
    /// mean over the columns of such places: one step at which all fire does not make all marks small. At least 1 pixel, or 2.5
    /// where steps are wide.
    /// </summary>
    /// <param name="spikes">The spikes in the order of their steps, of these rows and others.</param>
    /// <param name="rows">The rows that are drawn.</param>
    /// <param name="stepWidth">From one step to the next, in pixels.</param>
    /// <param name="rowHeight">From one row to the next, in pixels.</param>
    public static double Diameter(ReadOnlySpan<SpikeEvent> spikes, NeuronRows rows, double stepWidth, double rowHeight)
    {
        double diameter = Largest, smallest = Math.Clamp(ShareOfStep * stepWidth, LeastOfSmallest, MostOfSmallest);
        while (diameter > smallest && stepWidth > 0 && rowHeight > 0
            && ShareApart(spikes, rows, stepWidth / diameter, rowHeight / diameter) < LeastApart)
            diameter -= Step;
        return Math.Max(diameter, smallest);
    }

    private static double ShareApart(ReadOnlySpan<SpikeEvent> spikes, NeuronRows rows, double columnsPerStep, double linesPerRow)
    {
        // The column that last took each line.
        int[] takenBy = new int[(int)Math.Min(Array.MaxLength - 1, rows.Count * linesPerRow) + 1];
        Array.Fill(takenBy, -1);
        (int column, int columns, int count, int taken) = (-1, 0, 0, 0);
        double shares = 0;
        foreach (ref readonly SpikeEvent spike in spikes)
        {
            if (!rows.Contains(spike.Neuron))
                continue;
            int place = (int)(spike.Step * columnsPerStep), line = (int)(rows.RowOf(spike.Neuron) * linesPerRow);
            if (place != column)
                EndColumn(place);
            count++;
            if (takenBy[line] != place)
                taken++;
            takenBy[line] = place;
        }
        EndColumn(-1);
        return columns == 0 ? 1 : shares / columns;

        void EndColumn(int next)
        {
            if (count > 0)
                (shares, columns) = (shares + (double)taken / count, columns + 1);
            (column, count, taken) = (next, 0, 0);
        }
    }
}
