namespace SpikeML.Plot.Rendering;

/// <summary>Consecutive neurons, each on its own row.</summary>
/// <param name="First">The first neuron.</param>
/// <param name="Count">The number of neurons.</param>
/// <param name="Bottom">The lower edge of the first neuron's row on the axis.</param>
/// <param name="Height">The height of a row on the axis: above 1 in a group that would otherwise be too small.</param>
internal sealed record NeuronRows(int First, int Count, double Bottom, double Height = 1)
{
    /// <summary>All neurons of a train, neuron n at n on the axis.</summary>
    public static NeuronRows All(SpikeTrain train) => new(0, train.NeuronCount, -0.5);

    public double Top => Bottom + Count * Height;

    public double Middle => (Bottom + Top) / 2;

    public bool Contains(int neuron) => (uint)(neuron - First) < (uint)Count;

    /// <summary>The index of a neuron's row, from 0.</summary>
    public int RowOf(int neuron) => neuron - First;

    /// <summary>The middle of a row on the axis.</summary>
    public double Place(int row) => Bottom + (row + 0.5) * Height;
}
