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

    /// <summary>
    /// The features of spikes: Modulation^rank of a neuron's last spike, where the rank counts the spikes before.
    /// </summary>
    public static OnnxTensor Features(OnnxRows spikes, double modulation)
    {
        List<float> drives = [];
        for (double drive = 1; drives.Count == 0 || drives[^1] > 0; drive *= modulation)
            drives.Add((float)drive);
        OnnxTensor counts = (!spikes.Series.EqualTo(0)).As(OnnxType.Single).Sum(2);
        OnnxTensor ranks = (counts.RunningSum(1) - counts).AtMost(drives.Count - 1);
        OnnxTensor last = DecodingOnnx.LastSteps(spikes), none = last < 0;
        OnnxTensor own = spikes.Graph.Steps(spikes.NumSteps, OnnxType.Single).EqualTo(last.Unsqueeze(1));
        OnnxTensor rank = (own.As(OnnxType.Single) * ranks.Unsqueeze(2)).Sum(1);
        return none.Choose(last.Same(0), DecodingOnnx.Look(rank, [.. drives]));
    }
}
