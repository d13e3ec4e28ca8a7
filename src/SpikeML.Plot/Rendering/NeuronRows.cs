namespace SpikeML.Plot.Rendering;

/// <summary>Consecutive neurons, each on its own row.</summary>
/// <param name="First">The first neuron.</param>
/// <param name="Count">The number of neurons.</param>
/// <param name="FirstRow">The row of the first neuron.</param>
internal readonly record struct NeuronRows(int First, int Count, int FirstRow)
{
    public double Middle => FirstRow + (Count - 1) / 2.0;

    public bool Contains(int neuron) => (uint)(neuron - First) < (uint)Count;

    public int RowOf(int neuron) => neuron - First + FirstRow;
}
