namespace SpikeML.PlotBenchmarks;

/// <summary>Trains like those that the reference was measured with.</summary>
internal static class Subjects
{
    private const int Side = 28, NumSteps = 100;

    /// <summary>A ring of 28 x 28 pixels, whose neurons spike by their grey: some 9,000 spikes in 100 steps.</summary>
    public static SpikeTrain Digit()
    {
        Random random = new(1);
        return SpikeTrain.FromEvents(
            from step in Enumerable.Range(0, NumSteps)
            from neuron in Enumerable.Range(0, Side * Side)
            let distance = Math.Abs(Math.Sqrt(Math.Pow(neuron % Side - 13.5, 2) + Math.Pow(neuron / Side - 13.5, 2)) - 6)
            where random.NextDouble() < Math.Clamp(2 - distance, 0, 1)
            select new SpikeEvent(step, neuron, 1), NumSteps, Side, Side);
    }

    public static SpikeTrain Scattered(int numSteps, int neurons, int count)
    {
        Random random = new(2);
        HashSet<int> places = [];
        while (places.Count < count)
            places.Add(random.Next(numSteps * neurons));
        return SpikeTrain.FromEvents(places.Select(place => new SpikeEvent(place / neurons, place % neurons, 1)), numSteps,
            neurons);
    }
}
