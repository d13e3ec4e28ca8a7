using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace SpikeML.Nir;

/// <summary>Pooling: the sums or means of windows, from the inputs that are not 0.</summary>
internal sealed class PoolingRun(NodeSignal output, NodeSignal source, PoolingWindows windows) : NodeRun(output)
{
    /// <inheritdoc/>
    [MethodImpl(KernelCompilation.AtOnce)]
    public override void Step()
    {
        Span<float> sums = Output.Memory.AsSpan(0, Output.Count);
        sums.Clear();
        ReadOnlySpan<int> slots = source.Slots;
        ReadOnlySpan<float> values = source.Listed;
        for (int i = 0; i < slots.Length; i++)
            windows.Add(slots[i], values.IsEmpty ? 1 : values[i], sums);
        if (windows.Size > 1)
            TensorPrimitives.Divide(sums, windows.Size, sums);
        Output.List();
    }
}
