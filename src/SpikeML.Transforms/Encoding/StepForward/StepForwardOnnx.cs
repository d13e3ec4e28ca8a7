namespace SpikeML;

/// <summary>Step-forward coding as ONNX operations.</summary>
internal static class StepForwardOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, double threshold)
    {
        OnnxTensor own = series.As(OnnxType.Double);
        return own.Graph.Loop([own.Slice(1, 0, 1).Squeeze(1)], [own], (_, states, values) =>
        {
            OnnxTensor higher = states[0] + threshold, lower = states[0] - threshold;
            OnnxTensor rises = values[0] > higher, falls = values[0] < lower;
            return ([rises.Choose(higher, falls.Choose(lower, states[0]))], [OnnxSpikes.Signs(rises, falls)]);
        }).Results[0];
    }
}
