using System.Numerics.Tensors;

namespace SpikeML.Torch;

/// <summary>What a spike adds to the currents behind it.</summary>
/// <remarks>
/// Each current is one sum in the order of the spikes, with a rounded product and a rounded sum each: the same on every
/// machine, in every batch and on every thread.
/// </remarks>
internal static class Weighting
{
    public static void Add(ReadOnlySpan<float> weights, float value, Span<float> currents)
    {
        if (value == 1)
            TensorPrimitives.Add(currents, weights, currents);
        else
            TensorPrimitives.MultiplyAdd(weights, value, currents, currents);
    }
}
