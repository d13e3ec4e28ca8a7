namespace SpikeML.Plot;

/// <summary>The positions of neurons in an image.</summary>
/// <param name="Channels">The number of images side by side, one column apart.</param>
/// <param name="ChannelRows">The number of rows of each.</param>
/// <param name="ChannelColumns">The number of columns of each.</param>
/// <remarks>
/// The last two dimensions are rows and columns, and those before them channels. Neurons with one dimension fill the rows of a
/// square.
/// </remarks>
internal readonly record struct NeuronGrid(int Channels, int ChannelRows, int ChannelColumns)
{
    public int Rows => ChannelRows;

    public int Columns => Channels * (ChannelColumns + 1) - 1;

    public static NeuronGrid Of(SpikeTrain train)
    {
        int rank = train.Shape.Length;
        if (rank >= 2)
            return new NeuronGrid(train.NeuronCount / train.Shape[^1] / train.Shape[^2], train.Shape[^2], train.Shape[^1]);
        int columns = (int)Math.Ceiling(Math.Sqrt(train.NeuronCount));
        return new NeuronGrid(1, (train.NeuronCount + columns - 1) / columns, columns);
    }

    /// <summary>The cell of a neuron, counted row by row.</summary>
    public int CellOf(int neuron)
    {
        (int channel, int place) = Math.DivRem(neuron, ChannelRows * ChannelColumns);
        (int row, int column) = Math.DivRem(place, ChannelColumns);
        return row * Columns + channel * (ChannelColumns + 1) + column;
    }

    /// <summary>Whether a cell is between two channels.</summary>
    public bool IsGap(int cell) => cell % Columns % (ChannelColumns + 1) == ChannelColumns;
}
