namespace SpikeML.Plot;

/// <summary>The positions of neurons in an image.</summary>
/// <param name="Neurons">The number of all neurons.</param>
/// <param name="Channels">The number of images side by side, one column apart.</param>
/// <param name="ChannelRows">The number of rows per channel.</param>
/// <param name="ChannelColumns">The number of columns per channel.</param>
/// <remarks>
/// The last two dimensions are rows and columns, and those before them channels. Neurons of one dimension fill a rectangle of at
/// most four times its height, or, if their number has no such factors, as many rows of a square as they need.
/// </remarks>
internal readonly record struct NeuronGrid(int Neurons, int Channels, int ChannelRows, int ChannelColumns)
{
    private const int MostAspect = 4;

    public int Rows => ChannelRows;

    public int Columns => Channels * (ChannelColumns + 1) - 1;

    /// <summary>Whether some cells have no neuron.</summary>
    public bool HasGaps => Channels > 1 || ChannelRows * ChannelColumns > Neurons;

    public static NeuronGrid Of(SpikeTrain train)
    {
        int rank = train.Shape.Length, neurons = train.NeuronCount;
        if (rank >= 2)
            return new NeuronGrid(neurons, neurons / train.Shape[^1] / train.Shape[^2], train.Shape[^2], train.Shape[^1]);
        int rows = (int)Math.Sqrt(neurons);
        while (neurons % rows != 0)
            rows--;
        if (neurons / rows <= MostAspect * rows || neurons <= MostAspect * MostAspect)
            return new NeuronGrid(neurons, 1, rows, neurons / rows);
        int columns = (int)Math.Ceiling(Math.Sqrt(neurons));
        return new NeuronGrid(neurons, 1, (neurons + columns - 1) / columns, columns);
    }

    /// <summary>The cell of a neuron, counted row by row.</summary>
    public int CellOf(int neuron)
    {
        (int channel, int place) = Math.DivRem(neuron, ChannelRows * ChannelColumns);
        (int row, int column) = Math.DivRem(place, ChannelColumns);
        return row * Columns + channel * (ChannelColumns + 1) + column;
    }

    /// <summary>Whether a cell is between two channels or after the last neuron.</summary>
    public bool IsGap(int cell)
    {
        (int row, int column) = Math.DivRem(cell, Columns);
        return column % (ChannelColumns + 1) == ChannelColumns || (Channels == 1 && row * Columns + column >= Neurons);
    }
}
