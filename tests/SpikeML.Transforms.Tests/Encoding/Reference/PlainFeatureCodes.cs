namespace SpikeML.Tests.Encoding.Reference;

/// <summary>The codes of single features as loops over neurons and steps: what the kernels have to give, bit by bit.</summary>
internal static class PlainFeatureCodes
{
    public static float[] Phase(float[] features, PhaseEncodingOptions options)
    {
        float[] spikes = new float[features.Length * options.NumSteps];
        for (int slot = 0; slot < features.Length; slot++)
        {
            int digits = (int)Math.Min(features[slot] * (1 << options.Period), (1 << options.Period) - 1);
            for (int step = 0; step < options.NumSteps; step++)
                spikes[step * features.Length + slot] = (digits >> (options.Period - 1 - step % options.Period)) & 1;
        }
        return spikes;
    }

    public static float[] RegularRate(float[] features, RegularRateEncodingOptions options)
    {
        float[] spikes = new float[features.Length * options.NumSteps];
        for (int slot = 0; slot < features.Length; slot++)
        {
            double rate = features[slot] * options.Gain, before = 0;
            for (int step = 0; step < options.NumSteps; step++)
            {
                double now = Math.Floor(options.InitialPhase + (step + 1) * rate);
                spikes[step * features.Length + slot] = (float)(now - before);
                before = now;
            }
        }
        return spikes;
    }

    public static float[] LifCurrent(float[] features, LifCurrentEncodingOptions options)
    {
        float[] spikes = new float[features.Length * options.NumSteps];
        double share = options.StepSeconds * options.MembraneRate;
        for (int slot = 0; slot < features.Length; slot++)
        {
            double target = options.LeakPotential + features[slot] * options.Gain, potential = options.ResetPotential;
            for (int at = slot; at < spikes.Length; at += features.Length)
            {
                potential += share * (target - potential);
                bool fires = potential >= options.Threshold;
                spikes[at] = fires ? 1 : 0;
                potential = fires ? options.ResetPotential : potential;
            }
        }
        return spikes;
    }

    public static float[] Burst(float[] features, BurstEncodingOptions options)
    {
        float[] spikes = new float[features.Length * options.NumSteps];
        for (int slot = 0; slot < features.Length; slot++)
        {
            int count = (int)Math.Ceiling((double)features[slot] * options.MaxSpikes);
            int gap = (int)Math.Ceiling(options.MaxGap - (double)features[slot] * (options.MaxGap - options.MinGap));
            for (int spike = 0; spike < count; spike++)
                spikes[spike * (gap + 1) * features.Length + slot] = 1;
        }
        return spikes;
    }

    public static float[] LogLatency(float[] features, LogLatencyEncodingOptions options)
    {
        float[] spikes = new float[features.Length * options.NumSteps];
        double a = Exponential.Of(options.NumSteps - 1) - 1;
        for (int slot = 0; slot < features.Length; slot++)
        {
            double time = options.NumSteps - 1 - Logarithm.Of(a * features[slot] + 1);
            spikes[(int)Math.Clamp(Math.Round(time), 0, options.NumSteps - 1) * features.Length + slot] = 1;
        }
        return spikes;
    }

    public static float[] RankOrder(float[] features, RankOrderEncodingOptions options)
    {
        int numSteps = options.NumSteps ?? features.Length;
        float[] spikes = new float[features.Length * numSteps];
        int[] order = [.. Enumerable.Range(0, features.Length).OrderByDescending(slot => features[slot] + 0f)];
        for (int step = 0; step < Math.Min(numSteps, features.Length); step++)
            spikes[step * features.Length + order[step]] = 1;
        return spikes;
    }

    public static float[] ReceptiveField(float[] features, ValueRange[] ranges, ReceptiveFieldEncodingOptions options)
    {
        int fields = options.NumFields;
        float[] spikes = new float[features.Length * fields * options.NumSteps];
        for (int slot = 0; slot < features.Length; slot++)
        {
            ValueRange range = ranges[ranges.Length == 1 ? 0 : slot];
            GaussianFields own = new(fields, options.WidthFactor, range.Lowest, range.Highest);
            for (int field = 0; field < fields; field++)
            {
                double step = Math.Round(options.NumSteps * (1 - own.Activation(features[slot], field)));
                if (step < options.NumSteps)
                    spikes[((int)step * features.Length + slot) * fields + field] = 1;
            }
        }
        return spikes;
    }
}
