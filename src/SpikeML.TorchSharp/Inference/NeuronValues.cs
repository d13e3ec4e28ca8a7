namespace SpikeML.Torch;

/// <summary>A constant of neurons: one number for all of them, or one per neuron.</summary>
internal readonly struct NeuronValues(float[] values)
{
    private readonly int _mask = values.Length == 1 ? 0 : -1;

    public float this[int neuron] => values[neuron & _mask];
}
