namespace SpikeML;

/// <summary>
/// Patterns of rate targets for models of the first two formats: regular patterns in single precision, drawn patterns neuron by
/// neuron, one draw at a time.
/// </summary>
internal static class SecondFormatTargets
{
    /// <summary>The steps at which a neuron fires at equal intervals.</summary>
    public static void FireRegularly(Span<bool> fires, double rate, int first)
    {
        double period = 1 / rate;
        int count = (int)Math.Ceiling((fires.Length - first) / period);
        for (int spike = 0; spike < count; spike++)
        {
            // Single precision before truncation, as in the reference's torch.arange.
            double step = (float)(first + spike * period);
            if (step < fires.Length)
                fires[(int)step] = true;
        }
    }

    /// <summary>The steps at which a neuron fires, if it does at all.</summary>
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
