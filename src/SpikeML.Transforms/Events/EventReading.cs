using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Reads events, three numbers each, as slots of a train and values.</summary>
internal static class EventReading
{
    private const int Lanes = 16;

    /// <summary>The events of a part, whose slots and values stay in the cache.</summary>
    private const int PartLength = 512;

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
        int count = ReadValid(events, numSteps, neuronCount, slots, values);
        if (count * EventVectors.Fields < events.Length)
            throw Invalid(events, count, numSteps, neuronCount);
        return AreAscending(slots[..count]);
    }

    /// <summary>
    /// Writes a dense train, a part of the events at a time; values of events at the same step and neuron are added, so none is
    /// lost.
    /// </summary>
    /// <param name="events">The events.</param>
    /// <param name="numSteps">The number of steps of the train.</param>
    /// <param name="neuronCount">The number of neurons of the train.</param>
    /// <param name="spikes">Receives the train.</param>
    /// <exception cref="InvalidFeatureException">A number is not finite, or a step or neuron is out of range.</exception>
    public static void AddAll(ReadOnlySpan<float> events, int numSteps, int neuronCount, Span<float> spikes)
    {
        Span<int> slots = stackalloc int[PartLength];
        Span<float> values = stackalloc float[PartLength];
        spikes.Clear();
        int all = events.Length / EventVectors.Fields;
        for (int first = 0; first < all; first += PartLength)
        {
            int length = Math.Min(PartLength, all - first);
            ReadOnlySpan<float> part = events.Slice(first * EventVectors.Fields, length * EventVectors.Fields);
            int count = ReadValid(part, numSteps, neuronCount, slots, values);
            if (count < length)
                throw Invalid(events, first + count, numSteps, neuronCount);
            Add(slots[..count], values, spikes);
        }
    }

    /// <summary>Throws unless there are three numbers for each event.</summary>
    public static void CheckLength(ReadOnlySpan<float> events)
    {
        if (events.Length % EventVectors.Fields != 0)
            throw new InvalidFeatureException(events.Length - 1, events[^1],
                $"An event has {EventVectors.Fields} numbers (step, neuron, value), so {events.Length} numbers are not "
                + "whole events.");
    }

    /// <summary>
    /// Reads events up to the first with a number that is not finite or a step or neuron out of range; returns how many.
    /// </summary>
    private static int ReadValid(
        ReadOnlySpan<float> events, int numSteps, int neuronCount, Span<int> slots, Span<float> values)
    {
        int count = 0;
        if (EventLanes.AreSupported)
            count = ReadBlocks(events, numSteps, neuronCount, slots, values);
        for (; count < events.Length / EventVectors.Fields; count++)
        {
            ReadOnlySpan<float> own = events.Slice(count * EventVectors.Fields, EventVectors.Fields);
            if (!IsIndex(own[0], numSteps) || !IsIndex(own[1], neuronCount) || !float.IsFinite(own[2]))
                break;
            (slots[count], values[count]) = ((int)own[0] * neuronCount + (int)own[1], own[2]);
        }
        return count;
    }

    /// <summary>Reads 16 events at a time, up to the first block that has an event with an invalid number.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int ReadBlocks(ReadOnlySpan<float> events, int numSteps, int neuronCount, Span<int> slots, Span<float> values)
    {
        Vector512<float> mostSteps = Vector512.Create((float)numSteps), mostNeurons = Vector512.Create((float)neuronCount);
        int count = 0;
        for (int at = 0; at <= events.Length - EventLanes.Length; at += EventLanes.Length, count += Lanes)
        {
            (Vector512<float> steps, Vector512<float> neurons, Vector512<float> own) = EventLanes.Read(events[at..]);
            // A number less itself is 0 only where it is finite.
            Vector512<float> valid = AreIndices(steps, mostSteps) & AreIndices(neurons, mostNeurons)
                & Vector512.Equals(own - own, Vector512<float>.Zero);
            if (valid.AsInt32() != Vector512<int>.AllBitsSet)
                break;
            (Vector512.ConvertToInt32Native(steps) * neuronCount + Vector512.ConvertToInt32Native(neurons))
                .CopyTo(slots[count..]);
            own.CopyTo(values[count..]);
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AreIndices(Vector512<float> numbers, Vector512<float> limits) =>
        Vector512.GreaterThanOrEqual(numbers, Vector512<float>.Zero) & Vector512.LessThan(numbers, limits)
            & Vector512.Equals(numbers, Vector512.Floor(numbers));

    [MethodImpl(KernelCompilation.AtOnce)]
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

    /// <summary>Adds values to those of slots.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Add(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> spikes)
    {
        for (int i = 0; i < slots.Length; i++)
            spikes[slots[i]] += values[i];
    }

    private static bool IsIndex(float value, int count) => value >= 0 && value < count && value == MathF.Floor(value);

    /// <summary>The first number that is not finite, or else the step or neuron of an event that is out of range.</summary>
    private static InvalidFeatureException Invalid(ReadOnlySpan<float> events, int count, int numSteps, int neuronCount)
    {
        FeatureCheck.AllFinite(events);
        int at = count * EventVectors.Fields;
        bool isStep = !IsIndex(events[at], numSteps);
        return isStep ? Outside(at, events[at], "step", numSteps) : Outside(at + 1, events[at + 1], "neuron", neuronCount);
    }

    private static InvalidFeatureException Outside(int at, float value, string what, int count) =>
        new(at, value, FormattableString.Invariant($"An event's {what} must be a whole number from 0 to {count - 1}."));
}
