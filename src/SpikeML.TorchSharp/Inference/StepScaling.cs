using System.Numerics.Tensors;

namespace SpikeML.Torch;

/// <summary>
/// Batch normalisation through time in a trained network: factors and biases of a layer's currents at each step.
/// </summary>
/// <param name="NumSteps">The number of steps.</param>
/// <param name="Scales">The factors, [step][neuron or channel].</param>
/// <param name="Biases">What is added afterwards, [step][neuron or channel].</param>
internal sealed record StepScaling(int NumSteps, float[] Scales, float[] Biases)
{
    /// <summary>Scales the currents of a step; those of a convolution are ordered [row][column][channel].</summary>
    public void Apply(Span<float> currents, int step)
    {
        int each = Scales.Length / NumSteps;
        ReadOnlySpan<float> scales = Scales.AsSpan(step * each, each), biases = Biases.AsSpan(step * each, each);
        for (int start = 0; start < currents.Length; start += each)
        {
            Span<float> place = currents.Slice(start, each);
            TensorPrimitives.MultiplyAdd(place, scales, biases, place);
        }
    }
}
