using System.Runtime.CompilerServices;

namespace SpikeML.Nir;

/// <summary>A convolution: bias plus the weights of the inputs that are not 0.</summary>
internal sealed class ConvolutionRun(NodeSignal output, NodeSignal source, ConvolutionWeights weights) : NodeRun(output)
{
    /// <inheritdoc/>
    [MethodImpl(KernelCompilation.AtOnce)]
    public override void Step()
    {
        weights.Begin(Output.Memory);
        ReadOnlySpan<int> slots = source.Slots;
        ReadOnlySpan<float> values = source.Listed;
        for (int i = 0; i < slots.Length; i++)
            weights.Add(slots[i], values.IsEmpty ? 1 : values[i], Output.Memory);
        Output.List();
    }
}
