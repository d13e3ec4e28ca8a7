using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Events as one vector of numbers: step, neuron and value of each.</summary>
internal static class EventVectors
{
    public const int Fields = 3;

    /// <summary>Single precision holds every step and neuron below it.</summary>
    private const int LargestNumber = 1 << 24;

    /// <summary>
    /// What is taken instead of spikes of these dimensions, in words; null where single precision can number their steps and
    /// neurons.
    /// </summary>
    public static string? Refusal(ImmutableArray<int> dimensions) =>
        dimensions[0] > LargestNumber || Dimensions.Product(dimensions.AsSpan()[1..]) > LargestNumber ? $"at most {LargestNumber} steps and neurons" : null;

    public static void FromDense(ReadOnlySpan<float> spikes, Span<float> events, int neuronCount)
    {
        for (int slot = 0, next = 0; next < events.Length; slot++)
        {
            if (spikes[slot] == 0)
                continue;
            events[next++] = slot / neuronCount;
            events[next++] = slot % neuronCount;
            events[next++] = spikes[slot];
        }
    }

    /// <summary>Adds the values of events that stand for the same step and neuron, so that none is lost.</summary>
    public static void ToDense(ReadOnlySpan<float> events, Span<float> spikes, int numSteps)
    {
        if (events.Length % Fields != 0)
            throw new InvalidFeatureException(events.Length - 1, events[^1], $"Events have {Fields} numbers each, step, neuron and value; there are {events.Length}.");
        FeatureCheck.AllFinite(events);
        spikes.Clear();
        int neuronCount = spikes.Length / numSteps;
        for (int at = 0; at < events.Length; at += Fields)
            spikes[Index(events, at, numSteps, "step") * neuronCount + Index(events, at + 1, neuronCount, "neuron")] += events[at + 2];
    }

    private static int Index(ReadOnlySpan<float> events, int at, int count, string what)
    {
        float value = events[at];
        return value >= 0 && value < count && value == MathF.Floor(value) ? (int)value : throw new InvalidFeatureException(at, value,
            FormattableString.Invariant($"An event's {what} is a whole number from 0 to {count - 1}."));
    }
}
