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

    /// <summary>The series of spikes [rows, steps, neurons x channels]: the midpoints of levels.</summary>
    public static OnnxTensor Series(OnnxRows spikes, OnnxTensor first, ThresholdLevels levels)
    {
        int numSteps = spikes.NumSteps, count = levels.Count, neurons = spikes.Shape.NeuronCount / (2 * count);
        OnnxTensor channels = spikes.Series.Reshape(0, numSteps, neurons, 2 * count);
        // The level moves on by one threshold after another.
        OnnxTensor moves = (channels.Slice(3, 0, count) - channels.Slice(3, count, 2 * count)).As(OnnxType.Double)
            .Transpose(0, 2, 1, 3).Reshape(0, neurons, (long)numSteps * count);
        OnnxTensor start = Reached(first.Unsqueeze(3), levels).As(OnnxType.Double).Sum(3).Transpose(0, 2, 1);
        long[] ends = [.. Enumerable.Range(0, numSteps).Select(step => (long)step * count)];
        OnnxTensor level = OnnxOperations.Join(2, start, moves).RunningSum(2).At(spikes.Graph.Constant(ends, numSteps), 2);
        OnnxTensor share = ((level - 0.5) / (count - 1)).AtLeast(0).AtMost(1);
        return (share * (levels.Highest - levels.Lowest) + levels.Lowest).Transpose(0, 2, 1).As(OnnxType.Single);
    }
}
