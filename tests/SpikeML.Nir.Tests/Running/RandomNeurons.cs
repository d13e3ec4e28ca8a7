namespace SpikeML.Nir.Tests.Running;

/// <summary>Random nodes that take in and put out the same shape, with other numbers for each value.</summary>
internal static class RandomNeurons
{
    private const double TimeStep = RandomGraph.TimeStep;

    public static NirNode Of(Random random, params int[] shape)
    {
        NirArray tau = Values(random, TimeStep, 20 * TimeStep, shape), synapse = Values(random, TimeStep, 5 * TimeStep, shape);
        NirArray r = Values(random, 0.5, 5, shape), large = Values(random, 0.2 / TimeStep, 1 / TimeStep, shape);
        NirArray leak = Values(random, -0.1, 0.1, shape), threshold = Values(random, 0.05, 0.5, shape);
        NirArray reset = Values(random, -0.1, 0.02, shape), w = Values(random, 0.5, 3, shape);
        return random.Next(9) switch
        {
            0 => new NirLif { Tau = tau, R = r, VLeak = leak, VThreshold = threshold, VReset = reset },
            1 => new NirIf { R = large, VThreshold = threshold, VReset = reset },
            2 => new NirLi { Tau = tau, R = r, VLeak = leak },
            3 => new NirI { R = Values(random, -0.1 / TimeStep, 0.1 / TimeStep, shape) },
            4 => new NirCubaLif
            {
                TauMem = tau,
                TauSyn = synapse,
                R = r,
                VLeak = leak,
                VThreshold = threshold,
                VReset = reset,
                WIn = w
            },
            5 => new NirCubaLi { TauMem = tau, TauSyn = synapse, R = r, VLeak = leak, WIn = w },
            6 => new NirScale { Scale = Values(random, -1, 2, shape) },
            7 => new NirThreshold { Threshold = threshold },
            _ => new NirDelay { Delay = Values(random, 0, 5 * TimeStep, shape) },
        };
    }

    /// <summary>Random numbers: in half of the arrays the same for all, in single or double precision.</summary>
    public static NirArray Values(Random random, double lowest, double highest, params int[] shape)
    {
        NirShape of = NirShape.Create(shape);
        double first = lowest + random.NextDouble() * (highest - lowest);
        bool isShared = shape.Length != 2 && random.Next(2) == 0;
        double[] values = [.. Enumerable.Range(0, of.Size).Select(_ => isShared ? first
            : lowest + random.NextDouble() * (highest - lowest))];
        return random.Next(2) == 0 ? NirArray.Of(values, of) : NirArray.Of([.. values.Select(value => (float)value)], of);
    }
}
