namespace SpikeML;

/// <summary>Latency coding as ONNX operations: <see cref="LatencyCode"/> and <see cref="LatencyDense"/>, step by step.</summary>
internal static class LatencyOnnx
{
    /// <summary>The spikes of rows: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, int numSteps, LatencyEncodingOptions options)
    {
        OnnxTensor times = new LatencyCode(options, options.LargestTime).WriteTimes(features).Round().Unsqueeze(1);
        OnnxTensor steps = features.Graph.Steps(numSteps, OnnxType.Single);
        float on = (float)options.OnTarget, off = (float)options.OffTarget;
        if (options.Interpolate)
            return Ramps(steps, times, numSteps, on, off);
        OnnxTensor fires = steps.EqualTo(times);
        if (options.Clip)
            fires &= (features >= (float)options.Threshold).Unsqueeze(1);
        return (on, off) is (1, 0) ? fires.As(OnnxType.Single) : fires.Choose(on, off);
    }

    /// <summary>The times of rows, not rounded: [rows, features].</summary>
    public static OnnxTensor Times(OnnxTensor features, LatencyEncodingOptions options)
    {
        OnnxTensor times = new LatencyCode(options, options.LargestTime).WriteTimes(features);
        return options.Clip ? (features < (float)options.Threshold).Choose(times.Same(double.NaN), times) : times;
    }

    private static OnnxTensor Ramps(OnnxTensor steps, OnnxTensor times, int numSteps, float on, float off)
    {
        OnnxTensor silent = (times < steps) | (times > numSteps);
        OnnxTensor rising = silent.Choose(times.Same(off), steps / times * (on - off) + off);
        return steps.EqualTo(times).Choose(times.Same(on), rising);
    }

    /// <summary>The features of spikes, from the first step whose value is nearest to the on-target.</summary>
    public static OnnxTensor Features(OnnxRows spikes, LatencyEncodingOptions options)
    {
        OnnxTensor distance = (spikes.Series.As(OnnxType.Double) - options.OnTarget).Abs();
        OnnxTensor near = distance < Math.Abs(options.OnTarget - options.OffTarget) / 2;
        OnnxTensor nearest = distance.Lowest(1, keeps: true);
        OnnxTensor steps = ReadoutOnnx.FirstSteps(!(near & distance.EqualTo(nearest)), spikes.NumSteps);
        return DecodingOnnx.Look(steps, LatencyDecoding.FeaturesOfSteps(spikes.NumSteps, options));
    }
}
