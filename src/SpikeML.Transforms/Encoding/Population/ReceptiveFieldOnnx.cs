namespace SpikeML;

/// <summary>Receptive-field coding as ONNX operations.</summary>
internal static class ReceptiveFieldOnnx
{
    /// <summary>The spikes of features: [rows, steps, features, fields].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, GaussianFields[] fields, ReceptiveFieldEncodingOptions options)
    {
        int count = options.NumFields;
        OnnxGraph graph = features.Graph;
        double[] centres = [.. fields.SelectMany(own => Enumerable.Range(0, count).Select(own.Centre))];
        double[] steepness = [.. fields.Select(own => own.Steepness)];
        OnnxTensor offset = features.As(OnnxType.Double).Unsqueeze(2) - graph.Constant(centres, 1, fields.Length, count);
        OnnxTensor exponent = -(offset * offset) * graph.Constant(steepness, 1, fields.Length, 1);
        OnnxTensor times = ((1 - OnnxMath.Exp(exponent)) * options.NumSteps).Round();
        return OnnxSpikes.AtSteps(times, options.NumSteps, rank: 2);
    }
}
