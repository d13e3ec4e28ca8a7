namespace SpikeML;

/// <summary>Log latency coding as ONNX operations.</summary>
internal static class LogLatencyOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, int numSteps)
    {
        double a = Exponential.Of(numSteps - 1) - 1, last = numSteps - 1;
        OnnxTensor time = last - OnnxMath.Log(features.As(OnnxType.Double) * a + 1);
        return OnnxSpikes.AtSteps(time.Round().AtLeast(0).AtMost(last), numSteps);
    }
}
