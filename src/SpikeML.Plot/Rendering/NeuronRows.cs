namespace SpikeML.Plot.Rendering;

/// <summary>Neurons that follow one another, each on a row of its own.</summary>
/// <param name="First">The first neuron.</param>
/// <param name="Count">How many they are.</param>
/// <param name="FirstRow">The first neuron's row.</param>
internal readonly record struct NeuronRows(int First, int Count, int FirstRow)
{
    public double Middle => FirstRow + (Count - 1) / 2.0;

    public bool Contains(int neuron) => (uint)(neuron - First) < (uint)Count;

    public int RowOf(int neuron) => neuron - First + FirstRow;
}
