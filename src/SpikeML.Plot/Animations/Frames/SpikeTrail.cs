namespace SpikeML.Plot.Animations;

/// <summary>How spikes fade.</summary>
internal static class SpikeTrail
{
    private const double Youngest = 0.75, Oldest = 0.3;
    private const int MostSpikesPerNeuron = 2, LeastSteps = 3;

    /// <summary>All steps if spikes would be flashes, so that the picture builds up; else 0.</summary>
    public static int Of(SpikeTrain train) => train.Count > 0 && Flashes(train) ? train.NumSteps : 0;

    /// <summary>Whether neurons spike once or twice, so that a spike alone would be a flash.</summary>
    public static bool Flashes(SpikeTrain train)
    {
        bool[] spikes = new bool[train.NeuronCount];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            spikes[spike.Neuron] = true;
        return train.NumSteps >= LeastSteps && train.Count <= MostSpikesPerNeuron * spikes.Count(spiked => spiked);
    }

    /// <summary>The remaining share of a spike's colour in a shade; shade 0 is the most recent.</summary>
    public static double ShareOf(int shade, int shades) => Youngest + (Oldest - Youngest) * shade / Math.Max(1, shades - 1);
}
