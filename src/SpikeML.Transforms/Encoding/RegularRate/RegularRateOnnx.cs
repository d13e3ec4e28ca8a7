namespace SpikeML;

/// <summary>Evenly spaced spikes as ONNX operations.</summary>
internal static class RegularRateOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, RegularRateEncodingOptions options) =>
        Spikes(features.As(OnnxType.Double) * options.Gain, options.NumSteps, options.InitialPhase);

    /// <summary>The spikes of rates in double precision: what each step adds to the whole number of spikes so far.</summary>
    public static OnnxTensor Spikes(OnnxTensor rates, int numSteps, double phase)
    {
        OnnxTensor steps = rates.Graph.Steps(numSteps + 1, OnnxType.Double);
        OnnxTensor totals = (rates.Unsqueeze(1) * steps + phase).Floor();
        return (totals.Slice(1, 1, numSteps + 1) - totals.Slice(1, 0, numSteps)).As(OnnxType.Single);
    }
}
