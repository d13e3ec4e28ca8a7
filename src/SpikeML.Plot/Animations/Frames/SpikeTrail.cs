namespace SpikeML.Plot.Animations;

/// <summary>How spikes fade.</summary>
internal static class SpikeTrail
{
    private const double Youngest = 0.75, Oldest = 0.3;
    private const int MostSpikesPerNeuron = 2, LeastSteps = 3;

    /// <summary>
    /// All steps if neurons spike once or twice, so that a picture builds up where each spike alone would be a flash; else 0.
    /// </summary>
    public static int Of(SpikeTrain train)
    {
        bool[] spikes = new bool[train.NeuronCount];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            spikes[spike.Neuron] = true;
        bool flashes = train.NumSteps >= LeastSteps && train.Count > 0
            && train.Count <= MostSpikesPerNeuron * spikes.Count(spiked => spiked);
        return flashes ? train.NumSteps : 0;
    }

    /// <summary>What is left of a spike's colour in one of several shades, the youngest of which is shade 0.</summary>
    public static double ShareOf(int shade, int shades) => Youngest + (Oldest - Youngest) * shade / Math.Max(1, shades - 1);
}
