namespace SpikeML.Plot.Tests;

/// <summary>Spike trains to draw.</summary>
internal static class Trains
{
    /// <summary>So many spikes at places of their own, every <paramref name="offEvery"/>th an off-spike.</summary>
    public static SpikeTrain Scattered(int numSteps, int neurons, int count, int offEvery = int.MaxValue)
    {
        Random random = new(7);
        HashSet<(int Step, int Neuron)> places = [];
        while (places.Count < count)
            places.Add((random.Next(numSteps), random.Next(neurons)));
        return SpikeTrain.FromEvents(
            places.Select((place, i) => new SpikeEvent(place.Step, place.Neuron, i % offEvery == offEvery - 1 ? -1 : 1)),
                numSteps, neurons);
    }

    /// <summary>Spikes so far apart that no two marks of a few pixels touch.</summary>
    public static SpikeTrain Sparse(int numSteps, int neurons) => SpikeTrain.FromEvents(
        from column in Enumerable.Range(0, 10)
        from row in Enumerable.Range(0, 10)
        select new SpikeEvent(column * (numSteps - 1) / 9, row * (neurons - 1) / 9, (column + row) % 3 == 0 ? -1 : 1), numSteps,
            neurons);
}
