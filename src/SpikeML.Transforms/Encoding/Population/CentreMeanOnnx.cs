namespace SpikeML;

/// <summary>The weighted mean of the centres of fields as ONNX operations: <see cref="CentreMean"/>.</summary>
internal static class CentreMeanOnnx
{
    /// <summary>The features of spikes [rows, steps, features x fields].</summary>
    public static OnnxTensor Features(
        OnnxRows spikes, ReadOnlySpan<ValueRange> ranges, PopulationCode options, Func<int, int, double> weightOfStep)
    {
        int numSteps = spikes.NumSteps, count = options.NumFields, features = spikes.Shape.NeuronCount / count;
        GaussianFields[] fields = new GaussianFields[ranges.Length];
        ReceptiveFieldEncoding.ToFields(ranges, count, widthFactor: 1, fields);
        double[] middles = new double[ranges.Length];
        for (int slot = 0; slot < ranges.Length; slot++)
            middles[slot] = (ranges[slot].Lowest + ranges[slot].Highest) / 2;
        OnnxGraph graph = spikes.Graph;
        double[] weights = [.. Enumerable.Range(0, numSteps).Select(step => weightOfStep(step, options.NumSteps))];
        double[] centres = [.. fields.SelectMany(own => Enumerable.Range(0, count).Select(own.Centre))];
        OnnxTensor spiking = (!spikes.Series.Reshape(0, numSteps, features, count).EqualTo(0)).As(OnnxType.Double);
        OnnxTensor weighted = (spiking * graph.Constant(weights, 1, numSteps, 1, 1)).Transpose(0, 2, 1, 3);
        OnnxTensor sum = Sum(weighted * graph.Constant(centres, 1, fields.Length, 1, count), features, numSteps * count);
        OnnxTensor all = Sum(weighted, features, numSteps * count);
        return (all > 0).Choose(sum / all, graph.Constant(middles, 1, middles.Length)).As(OnnxType.Single);
    }

    /// <summary>Sums over steps and fields, in this order.</summary>
    private static OnnxTensor Sum(OnnxTensor values, int features, int count) =>
        values.Reshape(0, features, count).SumInOrder(2, count).Squeeze(2);
}
