using SpikeML.Tests.Encoding.Rate;

namespace SpikeML.Tests.Encoding.Reference;

/// <summary>
/// The definitions of the drawn codes once more, one number at a time, upon those of <see cref="ScalarRateEncoding"/>.
/// </summary>
internal static class ScalarDrawnCodes
{
    public static float[] Signed(float[] features, int numSteps, float gain, int seed, ulong rowKey)
    {
        float[] sizes = [.. features.Select(feature => Math.Abs(feature * gain))];
        float[] spikes = ScalarRateEncoding.Trials(sizes, ScalarRateEncoding.DrawKey(features, seed, rowKey), 0, numSteps);
        return [.. spikes.Select((spike, at) => features[at % features.Length] * gain < 0 ? -spike : spike)];
    }

    public static float[] Population(float[] features, ValueRange range, int fields, int numSteps, int seed, ulong rowKey)
    {
        double distance = (range.Highest - (double)range.Lowest) / (fields - 2);
        double first = range.Lowest - distance / 2, width = distance / 1.5;
        double steepness = 1 / (2 * width * width);
        float[] activations = [.. features.SelectMany(feature => Enumerable.Range(0, fields).Select(field =>
        {
            double offset = feature - first - field * distance, exponent = -(offset * offset) * steepness;
            return exponent > -32 * 0.69314718055994531 ? (float)Exponential(exponent) : 0;
        }))];
        return ScalarRateEncoding.Trials(activations, ScalarRateEncoding.DrawKey(features, seed, rowKey), 0, numSteps);
    }

    public static float[] Intervals(float[] features, double spikesPerStep, int numSteps, int seed, ulong rowKey)
    {
        double[] means = [.. features.Select(feature => 1 / (feature * spikesPerStep))];
        int[] firing = [.. Enumerable.Range(0, features.Length)
            .Where(neuron => means[neuron] <= numSteps || Math.Pow(means[neuron] - numSteps, 2) < 46 * means[neuron])];
        uint[][] lanes = ScalarRateEncoding.Seeded(ScalarRateEncoding.DrawKey(features, seed, rowKey));
        float[] spikes = new float[features.Length * numSteps];
        foreach (int[] block in firing.Chunk(16))
        {
            double largest = block.Max(neuron => means[neuron]);
            int longest = (int)Math.Min(largest + 7 * Math.Sqrt(largest) + 20, numSteps);
            double[][] functions = [.. block.Select(neuron => Distribution(means[neuron], longest))];
            int[] times = new int[block.Length];
            while (times.Any(time => time <= numSteps))
            {
                for (int lane = 0; lane < 16; lane++)
                {
                    uint draw = Math.Min(ScalarRateEncoding.Next(lanes[lane]), uint.MaxValue - 1);
                    if (lane >= block.Length || times[lane] > numSteps)
                        continue;
                    times[lane] += 1 + functions[lane].TakeWhile(entry => draw >= entry).Count();
                    if (times[lane] <= numSteps)
                        spikes[(times[lane] - 1) * features.Length + block[lane]] = 1;
                }
            }
        }
        return spikes;
    }

    public static float[] UniformTargets(int label, int classes, RateTargetEncodingOptions options, ulong rowKey)
    {
        uint[][] lanes = ScalarRateEncoding.Seeded(ScalarRateEncoding.DrawKey([label], options.Seed!.Value, rowKey));
        float[] targets = new float[options.NumSteps * classes];
        int steps = options.NumSteps - options.FirstSpikeTime;
        for (int neuron = 0; neuron < classes; neuron++)
        {
            double rate = neuron == label ? options.CorrectRate : options.IncorrectRate;
            int count = rate == 0 ? 0 : (int)Math.Ceiling(steps / (1 / rate));
            uint[] draws =
                [.. Enumerable.Range(0, (count + 15) / 16 * 16).Select(draw => ScalarRateEncoding.Next(lanes[draw % 16]))];
            foreach (uint draw in draws.Take(count))
                targets[(options.FirstSpikeTime + (int)((ulong)draw * (ulong)steps >> 32)) * classes + neuron] = 1;
        }
        return targets;
    }

    /// <summary>
    /// The probabilities in 2^-32 of intervals of at most 1, 2, ...; those of large means start from a scaled exp(-mean).
    /// </summary>
    private static double[] Distribution(double mean, int longest)
    {
        const double Scale = 512 * 0.69314718055994531;
        double scales = Math.Floor(mean * (1 / Scale)), probability = Exponential(scales * Scale - mean);
        double sum = scales == 0 ? probability : 0;
        double[] entries = new double[longest];
        for (int interval = 1; interval <= longest; interval++)
        {
            probability = Math.Max(probability * (mean * (1.0 / interval)), 1e-290);
            if (probability > 1 && scales > 0)
                (probability, scales) = (probability * Math.ScaleB(1, -512), scales - 1);
            sum += scales == 0 ? probability : 0;
            entries[interval - 1] = Math.Round(Math.Min(sum * 4294967296.0, 4294967295.0));
        }
        return entries;
    }

    private static double Exponential(double x)
    {
        double n = Math.Round(x * 1.4426950408889634), r = x - n * 0.69314718055994531, sum = 1.0 / 362880;
        foreach (int factorial in new[] { 40320, 5040, 720, 120, 24, 6, 2, 1 })
            sum = sum * r + 1.0 / factorial;
        double power = Math.ScaleB(1, (int)n);
        return power + power * (sum * r);
    }
}
