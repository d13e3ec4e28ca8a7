namespace SpikeML.Plot;

/// <summary>Firing rates, in spikes per step and neuron. Off-spikes count as spikes.</summary>
internal static class SpikeRates
{
    /// <summary>The rate in each bin of steps, over all neurons and trials; the last bin may have fewer steps.</summary>
    public static double[] OfBins(IReadOnlyList<SpikeTrain> trials, int numSteps, int binSteps)
    {
        double[] spikes = new double[(numSteps + binSteps - 1) / binSteps];
        double[] chances = new double[spikes.Length];
        foreach (SpikeTrain trial in trials)
        {
            foreach (ref readonly SpikeEvent spike in trial.AsSpan())
                spikes[spike.Step / binSteps]++;
            for (int step = 0; step < trial.NumSteps; step++)
                chances[step / binSteps] += trial.NeuronCount;
        }
        for (int bin = 0; bin < spikes.Length; bin++)
            spikes[bin] = chances[bin] == 0 ? 0 : spikes[bin] / chances[bin];
        return spikes;
    }

    /// <summary>The rate of each group of neurons in each bin of steps, group by group.</summary>
    public static double[] OfCells(SpikeTrain train, int binSteps, int binNeurons)
    {
        int bins = (train.NumSteps + binSteps - 1) / binSteps, groups = (train.NeuronCount + binNeurons - 1) / binNeurons;
        double[] rates = new double[bins * groups];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            rates[spike.Neuron / binNeurons * bins + spike.Step / binSteps]++;
        for (int cell = 0; cell < rates.Length; cell++)
        {
            (int group, int bin) = Math.DivRem(cell, bins);
            int steps = Math.Min(binSteps, train.NumSteps - bin * binSteps);
            rates[cell] /= (double)steps * Math.Min(binNeurons, train.NeuronCount - group * binNeurons);
        }
        return rates;
    }
}
