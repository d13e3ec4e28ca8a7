namespace SpikeML;

/// <summary>Multi-threshold coding as ONNX operations.</summary>
internal static class MultiThresholdOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons, channels].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, int numSteps, ThresholdLevels levels)
    {
        OnnxTensor reached = Reached(series.Unsqueeze(3), levels);
        OnnxTensor before = reached.Slice(1, 0, numSteps - 1), after = reached.Slice(1, 1, numSteps);
        OnnxTensor none = reached.Slice(1, 0, 1).As(OnnxType.Single) * 0;
        if (numSteps == 1)
            return OnnxOperations.Join(3, none, none);
        OnnxTensor on = (after & !before).As(OnnxType.Single), off = (before & !after).As(OnnxType.Single);
        return OnnxOperations.Join(3, on, off).PadSteps(1, 4);
    }

    /// <summary>Whether values [..., 1] have reached each threshold.</summary>
    private static OnnxTensor Reached(OnnxTensor values, ThresholdLevels levels)
    {
        double[] thresholds = [.. Enumerable.Range(0, levels.Count).Select(index => levels.At(index))];
        return values.As(OnnxType.Double) >= values.Graph.Constant(thresholds, thresholds.Length);
    }
}
