using System.Numerics.Tensors;

namespace SpikeML.Nir;

/// <summary>The sum of what several nodes put out, in the order of the edges.</summary>
internal sealed class SumRun(NodeSignal output, NodeSignal[] sources) : NodeRun(output)
{
    /// <inheritdoc/>
    public override void Step()
    {
        Span<float> sums = Output.Memory.AsSpan(0, Output.Count);
        sums.Clear();
        foreach (NodeSignal source in sources)
            Add(source, sums);
        Output.List();
    }

    private void Add(NodeSignal source, Span<float> sums)
    {
        if (SignalLayout.AreSame(source.Layout, Output.Layout))
        {
            TensorPrimitives.Add(sums, source.Values, sums);
            return;
        }
        for (int slot = 0; slot < sums.Length; slot++)
            sums[Output.Layout?.PositionOf[slot] ?? slot] += source.Memory[source.Layout?.PositionOf[slot] ?? slot];
    }
}
