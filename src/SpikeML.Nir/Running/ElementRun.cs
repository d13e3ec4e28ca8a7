using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Nir;

/// <summary>Products with factors, or comparisons with thresholds, value by value.</summary>
internal sealed class ElementRun(NodeSignal output, NodeSignal source, NodeConstants constants, bool isThreshold)
    : NodeRun(output)
{
    /// <inheritdoc/>
    public override void Step()
    {
        if (isThreshold)
            Compare(constants, source.Memory, Output.Memory, Output.Count);
        else
            Multiply(constants, source.Memory, Output.Memory, Output.Count);
        Output.List();
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Compare(in NodeConstants thresholds, float[] inputs, float[] outputs, int count)
    {
        for (int at = 0; at < count; at += Lanes.Count)
            (Vector512.GreaterThan(Vector512.Create(inputs, at), thresholds.At(at)) & Vector512<float>.One).CopyTo(outputs, at);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Multiply(in NodeConstants factors, float[] inputs, float[] outputs, int count)
    {
        for (int at = 0; at < count; at += Lanes.Count)
            (Vector512.Create(inputs, at) * factors.At(at)).CopyTo(outputs, at);
    }
}
