namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Decoders of codes of single features, neuron by neuron: what the kernels have to give, bit by bit.</summary>
internal static class PlainDecoders
{
    public static float[] Phase(float[] spikes, int features, PhaseEncodingOptions options) => Each(features, slot =>
    {
        double sum = 0, weight = 0.5;
        for (int step = 0; step < Math.Min(options.NumSteps, options.Period); step++, weight /= 2)
            sum += weight * spikes[step * features + slot];
        return (float)sum;
    });

    public static float[] LifCurrent(float[] spikes, int features, LifCurrentEncodingOptions options) => Each(features, slot =>
    {
        int[] steps = Steps(spikes, features, slot);
        if (steps.Length == 0)
            return 0;
        double interval = (steps[^1] + 1.0) / steps.Length, least = Least(interval);
        double target = interval < 2 ? least : (least + Least(interval - 1)) / 2;
        return (float)((target - options.LeakPotential) / options.Gain) + 0f;

        double Least(double steps)
        {
            double kept = 1 - options.StepSeconds * options.MembraneRate;
            double rest = kept > 0 ? Exponential.Of(steps * Logarithm.Of(kept)) : 0;
            return options.ResetPotential + (options.Threshold - options.ResetPotential) / (1 - rest);
        }
    });

    public static float[] LogLatency(float[] spikes, int features, LogLatencyEncodingOptions options) => Each(features, slot =>
    {
        int[] steps = Steps(spikes, features, slot);
        double a = Math.Max(Exponential.Of(options.NumSteps - 1) - 1, double.Epsilon);
        return steps.Length > 0 ? (float)((Exponential.Of(options.NumSteps - 1 - steps[0]) - 1) / a) : 0;
    });

    public static float[] RankOrder(float[] spikes, int features, RankOrderEncodingOptions options)
    {
        float[] decoded = new float[features];
        double drive = 1, next = 1;
        for (int first = 0; first < spikes.Length; first += features, drive = next)
        {
            for (int slot = 0; slot < features; slot++)
            {
                if (spikes[first + slot] != 0)
                    (decoded[slot], next) = ((float)drive, next * options.Modulation);
            }
        }
        return decoded;
    }

    public static float[] ReceptiveField(float[] spikes, int features, ReceptiveFieldEncodingOptions options) =>
        Each(features, slot =>
    {
        ValueRange range = options.Range!.Value;
        GaussianFields fields = new(options.NumFields, options.WidthFactor, range.Lowest, range.Highest);
        double weights = 0, sum = 0;
        for (int step = 0; step < options.NumSteps; step++)
        {
            for (int field = 0; field < options.NumFields; field++)
            {
                double own = spikes[(step * features + slot) * options.NumFields + field] != 0
                    ? 1 - (double)step / options.NumSteps : 0;
                weights += own;
                sum += own * fields.Centre(field);
            }
        }
        return (float)(weights > 0 ? sum / weights : ((double)range.Lowest + range.Highest) / 2);
    });

    public static float[] Latency(float[] spikes, int features, LatencyEncodingOptions options)
    {
        double latest = new LatencyCode(options, options.LargestTime).LatestStep(), least = options.Clip ? options.Threshold : 0;
        return Each(features, slot =>
        {
            double nearest = Math.Abs(options.OnTarget - options.OffTarget) / 2;
            int spike = -1;
            for (int at = slot, step = 0; at < spikes.Length; at += features, step++)
            {
                double distance = Math.Abs(spikes[at] - options.OnTarget);
                if (distance < nearest)
                    (nearest, spike) = (distance, step);
            }
            double lower = spike >= latest ? least : Feature(spike + 0.5, options);
            return spike < 0 ? 0 : (float)((lower + Feature(spike - 0.5, options)) / 2);
        });
    }

    public static float[] Times(float[] times, LatencyEncodingOptions options) =>
        [.. times.Select(time => float.IsNaN(time) ? 0 : (float)Feature(time, options))];

    private static double Feature(double time, LatencyEncodingOptions options)
    {
        double room = (options.NumSteps ?? 0) - 1 - options.FirstSpikeTime,
            largest = (options.LargestTime ?? 0) - options.FirstSpikeTime;
        double tau = options is { Linear: true, Normalize: true } ? room : options.Tau;
        double unstretch = options is { Linear: false, Normalize: true } ? (largest > 0 ? largest : 1) / room : 1;
        double elapsed = time - options.FirstSpikeTime;
        if (elapsed <= 0)
            return 1;
        double rest = options.Linear ? elapsed / tau : -elapsed * unstretch / tau;
        return Math.Clamp(options.Linear ? 1 - rest : options.Threshold / (1 - Exponential.Of(rest)), 0, 1);
    }

    private static float[] Each(int features, Func<int, float> decode) => [.. Enumerable.Range(0, features).Select(decode)];

    private static int[] Steps(float[] spikes, int features, int slot) => FeatureCodes.Times(spikes, features, slot);
}
