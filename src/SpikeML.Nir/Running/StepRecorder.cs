namespace SpikeML.Nir;

/// <summary>Takes what a node puts out, or its membranes, at every step of a row, in the format's order.</summary>
/// <param name="node">The node.</param>
/// <param name="isMembrane">Whether to take membranes.</param>
/// <param name="numSteps">The number of steps.</param>
internal sealed class StepRecorder(NodeRun node, bool isMembrane, int numSteps)
{
    private readonly float[] _values = new float[numSteps * node.Output.Count];

    /// <summary>The values, [numSteps][...the node's shape].</summary>
    public ReadOnlySpan<float> Values => _values;

    public void Take(int step) => SignalLayout.Read(node.Output.Layout, isMembrane ? node.Membranes : node.Output.Values,
        _values.AsSpan(step * node.Output.Count, node.Output.Count));
}
