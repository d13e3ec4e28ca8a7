namespace SpikeML;

/// <summary>Delta coding as ONNX operations.</summary>
internal static class DeltaOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, int numSteps, DeltaEncodingOptions options)
    {
        OnnxTensor first = series.Slice(1, 0, 1), change = Changes(series, options.Padding ? first : first - first, numSteps);
        float threshold = (float)options.Threshold;
        OnnxTensor rises = (change >= threshold).As(OnnxType.Single);
        return options.OffSpike ? rises - (change <= -threshold).As(OnnxType.Single) : rises;
    }

    /// <summary>The changes from step to step, taken in the series' own precision and rounded to single precision.</summary>
    private static OnnxTensor Changes(OnnxTensor series, OnnxTensor before, int numSteps) =>
        (series - series.Delay(before, numSteps)).As(OnnxType.Single);
}
