namespace SpikeML;

/// <summary>
/// Drawn patterns of rate targets as models of the first two formats have them: neuron by neuron, a draw at a time.
/// </summary>
internal static class SecondFormatTargets
{
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
