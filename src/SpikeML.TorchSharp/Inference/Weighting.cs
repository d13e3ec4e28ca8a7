using System.Numerics.Tensors;

namespace SpikeML.Torch;

/// <summary>The contributions of a spike to the currents of the next layer.</summary>
/// <remarks>
/// Each current is one sum in the order of the spikes, with rounded products and sums, so it is the same on every machine, in
/// every batch and on every thread.
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
