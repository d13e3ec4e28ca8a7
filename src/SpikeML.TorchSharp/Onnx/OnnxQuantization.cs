namespace SpikeML.Torch;

/// <summary>Quantised states: the nearest level or, halfway, the lower one, as in <see cref="StateQuantization"/>.</summary>
/// <param name="quantization">The levels.</param>
/// <param name="geometry">The layer.</param>
/// <param name="graph">The graph that gets the levels.</param>
internal sealed class OnnxQuantization(StateQuantization quantization, LayerGeometry geometry, OnnxGraph graph)
{
    private readonly OnnxTensor _levels = graph.Constant([.. quantization.Levels], quantization.Levels.Count);
    private readonly long _axis = geometry.Output.Length + 1;

    /// <param name="state">Membranes or currents, [rows, ...the layer's shape].</param>
    public OnnxTensor Quantize(OnnxTensor state)
    {
        OnnxTensor distances = (state.Unsqueeze(_axis) - _levels).Abs();
        OnnxTensor nearest = distances.Graph.Add("ArgMin", [distances], OnnxType.Int64, ("axis", _axis), ("keepdims", 0L));
        return _levels.At(nearest);
    }
}
