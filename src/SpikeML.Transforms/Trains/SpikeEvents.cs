namespace SpikeML;

/// <summary>Creates arrays of events in time order from other forms of spikes.</summary>
internal static class SpikeEvents
{
    public static SpikeEvent[] FromDense(ReadOnlySpan<float> values, int neuronCount)
    {
        SpikeEvent[] events = new SpikeEvent[values.Length - values.Count(0f)];
        int count = 0;
        for (int slot = 0; slot < values.Length; slot++)
        {
            if (values[slot] != 0)
                events[count++] = At(slot, values[slot], neuronCount);
        }
        return events;
    }

    public static SpikeEvent[] FromSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int neuronCount)
    {
        SpikeEvent[] events = new SpikeEvent[values.Length - values.Count(0f)];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                events[count++] = At(slots[i], values[i], neuronCount);
        }
        return events;
    }

    public static SpikeEvent[] Sorted(IEnumerable<SpikeEvent> events, int numSteps, int neuronCount)
    {
        SpikeEvent[] sorted = [.. events.OrderBy(spike => spike.Step).ThenBy(spike => spike.Neuron)];
        for (int i = 0; i < sorted.Length; i++)
        {
            SpikeEvent spike = sorted[i];
            if ((uint)spike.Step >= (uint)numSteps || (uint)spike.Neuron >= (uint)neuronCount)
                throw new ArgumentException(
                    $"{spike} is outside a train of {Counted.Of(numSteps, "step")} and {Counted.Of(neuronCount, "neuron")}.",
                    nameof(events));
            if (spike.Value == 0 || float.IsNaN(spike.Value))
                throw new ArgumentException(
                    $"{spike} is not a spike: its value must be neither 0 nor NaN.", nameof(events));
            if (i > 0 && sorted[i - 1].Step == spike.Step && sorted[i - 1].Neuron == spike.Neuron)
                throw new ArgumentException($"{spike} occurs more than once.", nameof(events));
        }
        return sorted;
    }

    private static SpikeEvent At(int slot, float value, int neuronCount)
    {
        (int step, int neuron) = Math.DivRem(slot, neuronCount);
        return new SpikeEvent(step, neuron, value);
    }
}
