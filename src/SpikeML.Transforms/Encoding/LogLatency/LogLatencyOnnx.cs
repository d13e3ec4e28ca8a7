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

    /// <summary>The features whose first spike is at each step; 0 for no spike, behind them.</summary>
    public static float[] FeaturesOfSteps(int numSteps) =>
        [.. Enumerable.Range(0, numSteps).Select(step => LogLatencyEncoding.FeatureOfStep(step, numSteps)), 0];
}
