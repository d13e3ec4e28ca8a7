namespace SpikeML;

/// <summary>The codes that need no more of a stream's past than one number for each slot.</summary>
internal static class StreamCode
{
    public static SeriesCodeOptions Checked(SeriesCodeOptions code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Checked() switch
        {
            StepForwardEncodingOptions { Threshold: null } => throw new ArgumentException("A stream learns nothing: set Threshold.", nameof(code)),
            StepForwardEncodingOptions or DeltaEncodingOptions => code,
            _ => throw new ArgumentException($"Streams are encoded by delta or step-forward, not by {DecodableCodes.Name(code)}.", nameof(code)),
        };
    }

    /// <summary>One step of one stream; <paramref name="state"/> is the values before or the baselines, and is moved on.</summary>
    public static void Step(SeriesCodeOptions code, bool begins, ReadOnlySpan<float> values, Span<float> spikes, Span<double> state)
    {
        if (code is StepForwardEncodingOptions { Threshold: double threshold })
            StepForward(threshold, begins, values, spikes, state);
        else
            Delta((DeltaEncodingOptions)code, begins, values, spikes, state);
    }

    private static void StepForward(double threshold, bool begins, ReadOnlySpan<float> values, Span<float> spikes, Span<double> baselines)
    {
        for (int slot = 0; slot < values.Length; slot++)
        {
            if (begins)
                baselines[slot] = values[slot];
            spikes[slot] = StepForwardEncoding.Step(values[slot], ref baselines[slot], threshold);
        }
    }

    private static void Delta(DeltaEncodingOptions options, bool begins, ReadOnlySpan<float> values, Span<float> spikes, Span<double> before)
    {
        float threshold = (float)options.Threshold;
        for (int slot = 0; slot < values.Length; slot++)
        {
            float previous = begins ? options.Padding ? values[slot] : 0 : (float)before[slot];
            spikes[slot] = DeltaEncoding.Spike(values[slot] - previous, threshold, options.OffSpike);
            before[slot] = values[slot];
        }
    }
}
