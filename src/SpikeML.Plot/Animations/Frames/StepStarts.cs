namespace SpikeML.Plot.Animations;

/// <summary>The start of each step's spikes among a train's events.</summary>
internal static class StepStarts
{
    /// <summary>The first event of each step, followed by the number of events.</summary>
    public static int[] Of(SpikeTrain train)
    {
        int[] starts = new int[train.NumSteps + 1];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            starts[spike.Step + 1]++;
        for (int step = 0; step < train.NumSteps; step++)
            starts[step + 1] += starts[step];
        return starts;
    }
}
