namespace SpikeML;

/// <summary>Phase coding as ONNX operations, which have no bits: a binary digit is the remainder of a quotient.</summary>
internal static class PhaseOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, PhaseEncodingOptions options)
    {
        float scale = 1 << options.Period;
        OnnxTensor digits = (features * scale).AtMost(scale - 1).Floor().Unsqueeze(1);
        float[] weights = [.. Enumerable.Range(0, options.NumSteps)
            .Select(step => MathF.ScaleB(1, step % options.Period + 1 - options.Period))];
        OnnxTensor quotients = (digits * features.Graph.Constant(weights, 1, weights.Length, 1)).Floor();
        return quotients - (quotients * 0.5).Floor() * 2;
    }

    /// <summary>The features of spikes: the weights of the first period, added from the first one on.</summary>
    public static OnnxTensor Features(OnnxRows spikes, PhaseEncodingOptions options)
    {
        int numSteps = Math.Min(options.NumSteps, options.Period);
        double[] weights = [.. Enumerable.Range(1, numSteps).Select(digit => Math.ScaleB(1, -digit))];
        OnnxTensor period = spikes.Series.Slice(1, 0, numSteps).As(OnnxType.Double);
        return (period * spikes.Graph.Constant(weights, 1, numSteps, 1)).SumInOrder(1, numSteps).Squeeze(1).As(OnnxType.Single);
    }
}
