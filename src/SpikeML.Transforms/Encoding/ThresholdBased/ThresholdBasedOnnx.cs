namespace SpikeML;

/// <summary>Threshold-based coding as ONNX operations.</summary>
internal static class ThresholdBasedOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, int numSteps, ThresholdBasedEncodingOptions options)
    {
        OnnxTensor change = Changes(series, numSteps).As(OnnxType.Double);
        OnnxTensor threshold = options.Threshold is double given ? change.Same(given) : Thresholds(change, numSteps, options);
        return OnnxSpikes.Signs(change > threshold, -change > threshold);
    }

    /// <summary>The changes to the next step; the last one is used twice, and a single step has none.</summary>
    private static OnnxTensor Changes(OnnxTensor series, int numSteps)
    {
        long[] to = [.. Enumerable.Range(0, numSteps).Select(step => (long)Math.Min(step + 1, numSteps - 1))];
        long[] from = [.. to.Select(step => Math.Max(0, step - 1))];
        OnnxGraph graph = series.Graph;
        return (series.At(graph.Constant(to, numSteps), 1) - series.At(graph.Constant(from, numSteps), 1)).As(OnnxType.Single);
    }

    /// <summary>The threshold of each series: mean(d) + factor * std(d).</summary>
    private static OnnxTensor Thresholds(OnnxTensor change, int numSteps, ThresholdBasedEncodingOptions options)
    {
        OnnxTensor mean = change.SumInOrder(1, numSteps) / numSteps;
        if (numSteps == 1)
            return mean;
        OnnxTensor deviation = change - mean, variance = (deviation * deviation).SumInOrder(1, numSteps) / (numSteps - 1);
        return mean + variance.Unary("Sqrt") * SeriesCheck.Given(options.Factor, nameof(options.Factor));
    }
}
