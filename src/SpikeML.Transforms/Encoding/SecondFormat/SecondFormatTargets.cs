namespace SpikeML;

/// <summary>
/// Patterns of rate targets as models of the first two formats have them: regular ones in single precision, drawn ones neuron by
/// neuron, a draw at a time.
/// </summary>
internal static class SecondFormatTargets
{
    /// <summary>Where a neuron fires at equal intervals.</summary>
    public static void FireRegularly(Span<bool> fires, double rate, int first)
    {
        double period = 1 / rate;
        int count = (int)Math.Ceiling((fires.Length - first) / period);
        for (int spike = 0; spike < count; spike++)
        {
            // Single precision before truncation, as the reference's torch.arange.
            double step = (float)(first + spike * period);
            if (step < fires.Length)
                fires[(int)step] = true;
        }
    }

    /// <summary>Where one neuron fires that does so at all.</summary>
    public static void Fire(Span<bool> fires, double rate, RateTargetEncodingOptions options, ref DrawStream draws)
    {
        int first = options.FirstSpikeTime, last = fires.Length - first;
        if (options.FiringPattern == FiringPattern.Poisson)
        {
            foreach (ref bool fire in fires[first..])
                fire = draws.NextUnit() < rate;
            return;
        }
        int count = (int)Math.Ceiling(last / (1 / rate));
        for (int spike = 0; spike < count; spike++)
        {
            double step = first + draws.NextUnit() * last;
            if (step < fires.Length)
                fires[(int)step] = true;
        }
    }
}
