namespace SpikeML.Plot.Animations;

/// <summary>How spikes fade.</summary>
internal static class SpikeTrail
{
    private const double ShareOfSteps = 0.2, Brightest = 0.75;
    private const int MostSpikesPerNeuron = 2, LeastSteps = 3, Shortest = 2;

    /// <summary>
    /// A fifth of the steps if neurons spike once or twice, because each would be a flash; otherwise 0. Players choose likewise.
    /// </summary>
    public static int Of(SpikeTrain train)
    {
        bool[] spikes = new bool[train.NeuronCount];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            spikes[spike.Neuron] = true;
        bool flashes = train.NumSteps >= LeastSteps && train.Count > 0
            && train.Count <= MostSpikesPerNeuron * spikes.Count(spiked => spiked);
        return flashes ? Math.Max(Shortest, (int)Math.Round(ShareOfSteps * train.NumSteps)) : 0;
    }

    /// <summary>What is left of a spike's colour in one of several shades, the youngest of which is shade 0.</summary>
    public static double ShareOf(int shade, int shades) => Brightest * (1 - (shade + 0.5) / shades);
}
