namespace SpikeML;

/// <summary>
/// From features to a dense train, a block of features at a time, so that their times stay in the fastest memory.
/// </summary>
internal static class LatencyDense
{
    private const int BlockLength = 512;

    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, int numSteps, in LatencyCode code, LatencyEncodingOptions options)
    {
        Span<float> times = stackalloc float[Math.Min(BlockLength, features.Length)];
        if (!options.Interpolate)
            spikes.Fill((float)options.OffTarget);
        for (int first = 0; first < features.Length; first += BlockLength)
        {
            ReadOnlySpan<float> block = features.Slice(first, Math.Min(BlockLength, features.Length - first));
            Span<float> own = times[..block.Length];
            code.ToTimes(block, own);
            LatencyRounding.Round(own);
            if (!options.Bypass && LatencyRounding.FindTooLate(own, numSteps) is int late and >= 0)
                throw LatencyRounding.TooLate(first + late, block[late], own[late], numSteps);
            if (options.Interpolate)
                Interpolate(own, spikes[first..], features.Length, numSteps, options);
            else
                Scatter(own, block, spikes[first..], features.Length, numSteps, options);
        }
    }

    /// <summary>
    /// The value of a neuron that fires at a step: it rises from the off-target at step 0 to the on-target at the spike. A time
    /// of exactly the number of steps still has its ramp, as in snnTorch; a later one has none.
    /// </summary>
    public static float Ramp(int step, float time, int numSteps, float onTarget, float offTarget)
    {
        if (step == time)
            return onTarget;
        if (step > time || time > numSteps)
            return offTarget;
        return step / time * (onTarget - offTarget) + offTarget;
    }

    private static void Scatter(
        ReadOnlySpan<float> steps, ReadOnlySpan<float> features, Span<float> spikes, int stride, int numSteps, LatencyEncodingOptions options)
    {
        float threshold = options.Clip ? (float)options.Threshold : float.NegativeInfinity;
        float onTarget = (float)options.OnTarget;
        for (int i = 0; i < steps.Length && i < features.Length; i++)
        {
            if (steps[i] < numSteps && features[i] >= threshold)
                spikes[(int)steps[i] * stride + i] = onTarget;
        }
    }

    private static void Interpolate(ReadOnlySpan<float> steps, Span<float> targets, int stride, int numSteps, LatencyEncodingOptions options)
    {
        float onTarget = (float)options.OnTarget, offTarget = (float)options.OffTarget;
        for (int step = 0; step < numSteps; step++)
        {
            Span<float> row = targets.Slice(step * stride, steps.Length);
            for (int i = 0; i < steps.Length; i++)
                row[i] = Ramp(step, steps[i], numSteps, onTarget, offTarget);
        }
    }
}
