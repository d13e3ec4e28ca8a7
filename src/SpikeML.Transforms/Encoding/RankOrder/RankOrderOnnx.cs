namespace SpikeML;

/// <summary>Rank order coding as ONNX operations. Of equal features, TopK lists the one with the lower slot first.</summary>
internal static class RankOrderOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, int featureCount, int numSteps)
    {
        OnnxGraph graph = features.Graph;
        int fired = Math.Min(featureCount, numSteps);
        OnnxTensor[] largest = graph.Add("TopK", [features, graph.Constant([fired], 1)], [features.Type, OnnxType.Int64],
            ("axis", 1L));
        OnnxTensor slots = graph.Range(featureCount, OnnxType.Int64, 1, 1, featureCount);
        OnnxTensor spikes = slots.EqualTo(largest[1].Unsqueeze(2)).As(OnnxType.Single);
        return spikes.PadSteps(numSteps - fired, 3);
    }
}
