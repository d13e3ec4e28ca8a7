using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// The encoders' formulas on tensors, operation by operation as the Python package has them: the same libtorch kernels.
/// </summary>
internal static class TorchEncoders
{
    public static Tensor Rate(Tensor features, int numSteps)
    {
        Tensor repeated = features.repeat(numSteps, 1, 1) * 1 + 0;
        return repeated.clamp(0, 1).bernoulli();
    }

    public static Tensor Latency(Tensor features, LatencyEncodingOptions options)
    {
        int numSteps = options.NumSteps!.Value;
        if (features.min().item<float>() < 0 || features.max().item<float>() > 1)
            throw new InvalidDataException("The features lie outside [0, 1].");
        Tensor below = features.lt(options.Threshold);
        Tensor times = options.Linear ? Linear(features, options) : Logarithmic(features, options);
        if (times.max().round().item<float>() > numSteps - 1 && !options.Bypass)
            throw new InvalidDataException("A spike comes after the last step.");

        Tensor steps = times.clamp_max(numSteps - 1).round().to(ScalarType.Int64).unsqueeze(0);
        Tensor kept = times.round().to(ScalarType.Int64).gt(numSteps - 1).logical_not();
        Tensor spikes = zeros([numSteps, .. times.shape]).scatter(0, steps, ones_like(times).unsqueeze(0)) * kept;
        if (options.Clip)
            spikes *= below.logical_not();
        return (spikes * options.OnTarget).clamp_min(options.OffTarget);
    }

    public static Tensor Delta(Tensor series)
    {
        Tensor before = cat([zeros_like(series[0]).unsqueeze(0), series], 0)[..^1];
        Tensor on = ones_like(series) * (series - before).ge(0.1);
        Tensor off = -ones_like(series) * (series - before).le(-0.1);
        return on + off;
    }

    private static Tensor Linear(Tensor features, LatencyEncodingOptions options)
    {
        double tau = options.Normalize ? options.NumSteps!.Value - 1 - options.FirstSpikeTime : options.Tau;
        return (-tau * (features - 1)).clamp_max(-tau * (options.Threshold - 1)) + options.FirstSpikeTime;
    }

    private static Tensor Logarithmic(Tensor features, LatencyEncodingOptions options)
    {
        Tensor saturated = features.clamp_min(options.Threshold + options.Epsilon);
        return options.Tau * (saturated / (saturated - options.Threshold)).log();
    }
}
