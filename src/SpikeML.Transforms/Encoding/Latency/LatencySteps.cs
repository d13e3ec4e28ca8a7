namespace SpikeML;

/// <summary>From spike times to a dense train of spikes.</summary>
internal static class LatencySteps
{
    /// <summary>Rounds times to steps, half-to-even. A time after the last step is an error, or with bypass stays, to be dropped later.</summary>
    public static void Round(Span<float> times, ReadOnlySpan<float> features, int numSteps, bool bypass)
    {
        for (int slot = 0; slot < times.Length; slot++)
        {
            times[slot] = MathF.Round(times[slot]);
            if (times[slot] >= numSteps && !bypass)
                throw TooLate(slot, features[slot], times[slot], numSteps);
        }
    }

    /// <summary>The error for a neuron that fires after the last step.</summary>
    public static InvalidFeatureException TooLate(int slot, float feature, float step, int numSteps) => new(slot, feature,
        $"It fires at step {step}, after the last one ({numSteps - 1}): raise NumSteps, lower Tau, set Normalize, or set Bypass to drop such spikes.");

    /// <summary>Writes the spikes into a dense train.</summary>
    public static void Scatter(ReadOnlySpan<float> steps, ReadOnlySpan<float> features, Span<float> spikes, int numSteps, LatencyEncodingOptions options)
    {
        float threshold = options.Clip ? (float)options.Threshold : float.NegativeInfinity;
        spikes.Fill((float)options.OffTarget);
        for (int slot = 0; slot < steps.Length; slot++)
        {
            if (steps[slot] < numSteps && features[slot] >= threshold)
                spikes[(int)steps[slot] * steps.Length + slot] = (float)options.OnTarget;
        }
    }
}
