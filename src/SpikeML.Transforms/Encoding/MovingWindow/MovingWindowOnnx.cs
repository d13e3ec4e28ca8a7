namespace SpikeML;

/// <summary>Moving-window coding as ONNX operations.</summary>
internal static class MovingWindowOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, int numSteps, double threshold, int window)
    {
        int width = Math.Min(window + 1, numSteps);
        OnnxTensor own = series.As(OnnxType.Double), mean = Sums(own, width, Math.Max(1, numSteps - width)) / width;
        // The steps of the first window use its mean, and so does the step after it.
        long[] windows = [.. Enumerable.Range(0, numSteps).Select(step => (long)Math.Max(0, step - width))];
        mean = mean.At(own.Graph.Constant(windows, windows.Length), axis: 1);
        return OnnxSpikes.Signs(own > mean + threshold, own < mean - threshold);
    }

    /// <summary>
    /// The sums of windows that begin at each of the first steps, whose values are added from the first one on.
    /// </summary>
    private static OnnxTensor Sums(OnnxTensor series, int width, int count)
    {
        OnnxTensor sums = series.Slice(1, 0, count);
        for (int offset = 1; offset < width; offset++)
            sums += series.Slice(1, offset, offset + count);
        return sums;
    }
}
