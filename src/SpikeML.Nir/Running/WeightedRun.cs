namespace SpikeML.Nir;

/// <summary>A dense layer: bias plus weights of the inputs that are not 0.</summary>
internal sealed class WeightedRun(NodeSignal output, NodeSignal source, DenseWeights weights) : NodeRun(output)
{
    /// <inheritdoc/>
    public override void Step()
    {
        weights.Bias.CopyTo(Output.Memory, 0);
        weights.Add(source.Slots, source.Listed, Output.Memory);
        Output.List();
    }
}
