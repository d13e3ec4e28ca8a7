namespace SpikeML;

/// <summary>Rate coding as ONNX operations, with the runtime's draws.</summary>
internal static class RateOnnx
{
    /// <summary>The spikes of rows: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxRows rows, RateEncodingOptions options)
    {
        OnnxTensor probabilities = rows.Numbers.Type == OnnxType.Double && options.Offset != 0
            ? (rows.Numbers * options.Gain + options.Offset).As(OnnxType.Single)
            : rows.Singles * (float)options.Gain + (float)options.Offset;
        if (!options.TimeVarying)
            return DrawnOnnx.Spikes(probabilities, options.NumSteps, options.FirstSpikeTime);
        return DrawnOnnx.Trials(probabilities.Reshape(0, rows.NumSteps, rows.Shape.NeuronCount))
            .PadSteps(options.FirstSpikeTime, 3, atFront: true);
    }
}
