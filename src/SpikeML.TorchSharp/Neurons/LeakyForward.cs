namespace SpikeML.Torch;

/// <summary>Runs leaky neurons over all steps: spikes and membranes from currents, each [numSteps][neurons].</summary>
internal static class LeakyForward
{
    public static void Run(ReadOnlySpan<float> currents, Span<float> spikes, Span<float> membranes, int numSteps,
        LeakyConstants constants)
    {
        int neurons = currents.Length / numSteps;
        for (int step = 0; step < numSteps; step++)
        {
            Span<float> now = membranes.Slice(step * neurons, neurons);
            if (step == 0)
                now.Clear();
            else
                membranes.Slice((step - 1) * neurons, neurons).CopyTo(now);
            LeakyStep.Advance(now, currents.Slice(step * neurons, neurons), constants.Beta, constants.Threshold, constants.Reset);
            LeakyStep.Fire(now, spikes.Slice(step * neurons, neurons), constants.Threshold);
        }
    }
}
