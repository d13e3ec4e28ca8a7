namespace SpikeML;

/// <summary>Gaussian receptive fields as ONNX operations.</summary>
internal static class ReceptiveFieldOnnx
{
    /// <summary>The spikes of features: [rows, steps, features, fields].</summary>
    public static OnnxTensor Spikes(
        OnnxTensor features, ReadOnlySpan<ValueRange> ranges, ReceptiveFieldEncodingOptions options)
    {
        OnnxTensor activations = Activations(features, ranges, options.NumFields, options.WidthFactor);
        return OnnxSpikes.AtSteps(((1 - activations) * options.NumSteps).Round(), options.NumSteps, rank: 2);
    }

    /// <summary>The activations of fields in double precision: [rows, features, fields].</summary>
    public static OnnxTensor Activations(OnnxTensor features, ReadOnlySpan<ValueRange> ranges, int numFields, double widthFactor)
    {
        GaussianFields[] fields = new GaussianFields[ranges.Length];
        ReceptiveFieldEncoding.ToFields(ranges, numFields, widthFactor, fields);
        OnnxGraph graph = features.Graph;
        double[] centres = [.. fields.SelectMany(own => Enumerable.Range(0, numFields).Select(own.Centre))];
        double[] steepness = [.. fields.Select(own => own.Steepness)];
        OnnxTensor offset = features.As(OnnxType.Double).Unsqueeze(2) - graph.Constant(centres, 1, fields.Length, numFields);
        return OnnxMath.Exp(-(offset * offset) * graph.Constant(steepness, 1, fields.Length, 1));
    }
}
