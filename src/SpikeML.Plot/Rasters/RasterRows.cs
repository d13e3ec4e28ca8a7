using SpikeML.Plot.Rendering;

namespace SpikeML.Plot;

/// <summary>Assigns rows to neurons, one after another, with some free rows between groups.</summary>
internal sealed class RasterRows
{
    private const double GapOfHeight = 0.02;

    private RasterRows(NeuronRows[] groups, int gap) => (Groups, Gap) = (groups, gap);

    /// <summary>The groups from the bottom; a single group if none are given.</summary>
    public NeuronRows[] Groups { get; }

    /// <summary>The number of free rows between two groups.</summary>
    public int Gap { get; }

    /// <summary>The total number of rows.</summary>
    public int Count => Groups[^1].FirstRow + Groups[^1].Count;

    public static RasterRows Of(SpikeTrain train, RasterOptions options)
    {
        if (options.Neuron is { } neuron)
            return new RasterRows([new NeuronRows(neuron, 1, 0)], 0);
        if (options.Groups is not { } groups)
            return new RasterRows([new NeuronRows(0, train.NeuronCount, 0)], 0);
        int gap = (int)Math.Ceiling(train.NeuronCount * GapOfHeight);
        NeuronRows[] rows = new NeuronRows[groups.Count];
        int first = 0;
        for (int i = 0; i < rows.Length; first += groups[i++].Count)
            rows[i] = new NeuronRows(first, groups[i].Count, first + i * gap);
        return new RasterRows(rows, gap);
    }
}
