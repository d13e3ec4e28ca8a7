namespace SpikeML.Torch;

/// <summary>
/// Inhibition within a layer: only the neuron that is farthest above its threshold may fire; of equal ones, the first in the
/// order of <see cref="TrainedLayer"/>.
/// </summary>
/// <param name="geometry">The layer.</param>
/// <param name="graph">The graph that gets the constants.</param>
internal sealed class OnnxInhibition(LayerGeometry geometry, OnnxGraph graph)
{
    private static readonly long[] ChannelsLast = [0, 2, 3, 1], ChannelsFirst = [0, 3, 1, 2];

    private readonly OnnxTensor _neurons = graph.Range(geometry.OutputCount, OnnxType.Int64, 1, geometry.OutputCount);

    /// <param name="spikes">The spikes, [rows, ...the layer's shape].</param>
    /// <param name="distances">How far the membranes are above the thresholds.</param>
    /// <returns>The spikes that remain.</returns>
    public OnnxTensor Inhibit(OnnxTensor spikes, OnnxTensor distances)
    {
        if (geometry.IsImage)
            distances = distances.Transpose(ChannelsLast).Reshape(0, geometry.OutputCount);
        OnnxTensor strongest = distances.Graph.Add("ArgMax", [distances], OnnxType.Int64, ("axis", 1L), ("keepdims", 1L));
        OnnxTensor isStrongest = strongest.EqualTo(_neurons).As(OnnxType.Single);
        if (geometry.IsImage)
            isStrongest = isStrongest.Reshape(0, geometry.Output[1], geometry.Output[2], geometry.Output[0])
                .Transpose(ChannelsFirst);
        return spikes * isStrongest;
    }
}
