namespace SpikeML;

/// <summary>Residue coding as ONNX operations.</summary>
internal static class ResidueOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, double threshold)
    {
        OnnxTensor own = series.As(OnnxType.Double), first = own.Slice(1, 0, 1).Squeeze(1), none = first - first;
        return own.Graph.Loop([none, none], [own], (_, states, values) =>
        {
            OnnxTensor change = values[0] - states[1] + states[0];
            OnnxTensor spike = (change.Abs() >= threshold).Choose(change, change.Same(0)).As(OnnxType.Single);
            return ([change - spike.As(OnnxType.Double), values[0]], [spike]);
        }).Results[0];
    }
}
