using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Reads events, three numbers each, as slots of a train and values.</summary>
internal static class EventReading
{
    private const int Lanes = 16;

    /// <summary>Finds the slot and the value of each event, and whether each slot is above the previous one.</summary>
    /// <param name="events">The events.</param>
    /// <param name="numSteps">The number of steps of the train.</param>
    /// <param name="neuronCount">The number of neurons of the train.</param>
    /// <param name="slots">Receives a slot for each event.</param>
    /// <param name="values">Receives a value for each event.</param>
    /// <returns>Whether the slots ascend.</returns>
    /// <exception cref="InvalidFeatureException">A number is not finite, or a step or neuron is out of range.</exception>
    public static bool Read(ReadOnlySpan<float> events, int numSteps, int neuronCount, Span<int> slots, Span<float> values)
    {
        int count = 0;
        if (EventLanes.AreSupported)
            count = ReadBlocks(events, numSteps, neuronCount, slots, values);
        for (int at = count * EventVectors.Fields; at < events.Length; at += EventVectors.Fields, count++)
        {
            slots[count] = Index(events, at, numSteps, "step") * neuronCount + Index(events, at + 1, neuronCount, "neuron");
            values[count] = events[at + 2];
        }
        return AreAscending(slots[..count]);
    }

    /// <summary>Throws unless there are three finite numbers for each event.</summary>
    public static void Check(ReadOnlySpan<float> events)
    {
        if (events.Length % EventVectors.Fields != 0)
            throw new InvalidFeatureException(events.Length - 1, events[^1],
                $"An event has {EventVectors.Fields} numbers (step, neuron, value), so {events.Length} numbers are not "
                + "whole events.");
        FeatureCheck.AllFinite(events);
    }

    /// <summary>Reads 16 events at a time, up to the first block that has an event with a step or neuron out of range.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadBlocks(ReadOnlySpan<float> events, int numSteps, int neuronCount, Span<int> slots, Span<float> values)
    {
        Vector512<float> mostSteps = Vector512.Create((float)numSteps), mostNeurons = Vector512.Create((float)neuronCount);
        int count = 0;
        for (int at = 0; at <= events.Length - EventLanes.Length; at += EventLanes.Length, count += Lanes)
        {
            (Vector512<float> steps, Vector512<float> neurons, Vector512<float> own) = EventLanes.Read(events[at..]);
            if (!AreIndices(steps, mostSteps) || !AreIndices(neurons, mostNeurons))
                return count;
            (Vector512.ConvertToInt32Native(steps) * neuronCount + Vector512.ConvertToInt32Native(neurons))
                .CopyTo(slots[count..]);
            own.CopyTo(values[count..]);
        }
        return count;
    }

    private static bool AreIndices(Vector512<float> numbers, Vector512<float> limits) => Vector512.EqualsAll(
        (Vector512.GreaterThanOrEqual(numbers, Vector512<float>.Zero) & Vector512.LessThan(numbers, limits)
            & Vector512.Equals(numbers, Vector512.Floor(numbers))).AsInt32(),
        Vector512<int>.AllBitsSet);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AreAscending(ReadOnlySpan<int> slots)
    {
        Vector512<int> falling = Vector512<int>.Zero;
        int i = 1;
        for (; i <= slots.Length - Lanes; i += Lanes)
            falling |= Vector512.LessThanOrEqual(Vector512.Create(slots[i..]), Vector512.Create(slots[(i - 1)..]));
        bool ascending = falling == Vector512<int>.Zero;
        for (; i < slots.Length; i++)
            ascending &= slots[i] > slots[i - 1];
        return ascending;
    }

    /// <summary>Writes a dense train; values of events at the same step and neuron are added, so none is lost.</summary>
    public static void Add(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> spikes)
    {
        spikes.Clear();
        for (int i = 0; i < slots.Length; i++)
            spikes[slots[i]] += values[i];
    }

    private static int Index(ReadOnlySpan<float> events, int at, int count, string what)
    {
        float value = events[at];
        if (value >= 0 && value < count && value == MathF.Floor(value))
            return (int)value;
        throw new InvalidFeatureException(at, value,
            FormattableString.Invariant($"An event's {what} must be a whole number from 0 to {count - 1}."));
    }
}
