using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Writes the spikes of a train as events: step, neuron and value of each.</summary>
/// <remarks>With fewer neurons than lanes, or without hardware vectors, the spikes are written one by one.</remarks>
internal static class EventWriting
{
    private const int Lanes = 16;

    /// <summary>Writes the events of a dense train; their number is the room that is given.</summary>
    public static void FromDense(ReadOnlySpan<float> spikes, Span<float> events, int neuronCount)
    {
        int next = 0;
        for (int first = 0; next < events.Length; first += neuronCount)
            next = WriteStep(spikes.Slice(first, neuronCount), first / neuronCount, events, next);
    }

    /// <summary>Writes the events of a sparse train; their number is the room that is given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FromSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> events, int neuronCount)
    {
        for (int i = 0, next = 0; next < events.Length;)
        {
            int step = slots[i] / neuronCount, start = step * neuronCount;
            if (i <= slots.Length - Lanes && neuronCount >= Lanes && EventLanes.AreSupported)
            {
                Vector512<int> own = Vector512.Create(slots[i..]);
                Vector512<float> weights = Vector512.Create(values[i..]);
                // The sign of own - start - neuronCount is set in the lanes of this step.
                uint inStep = (uint)(own - Vector512.Create(start + neuronCount)).ExtractMostSignificantBits();
                int count = BitOperations.PopCount(inStep);
                if (next <= events.Length - EventLanes.Length && !Vector512.EqualsAny(weights, Vector512<float>.Zero))
                {
                    EventLanes.Write(step, Vector512.ConvertToSingle(own - Vector512.Create(start)), weights, events[next..]);
                    (next, i) = (next + EventVectors.Fields * count, i + count);
                    continue;
                }
            }
            for (; i < slots.Length && slots[i] - start < neuronCount; i++)
                next = Write(step, slots[i] - start, values[i], events, next);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteStep(ReadOnlySpan<float> spikes, int step, Span<float> events, int next)
    {
        int neuron = 0;
        int last = EventLanes.AreSupported ? events.Length - EventLanes.Length : -1;
        for (; neuron <= spikes.Length - Lanes && next <= last; neuron += Lanes)
        {
            Vector512<float> own = Vector512.Create(spikes[neuron..]);
            Vector512<int> spiking = ~Vector512.Equals(own, Vector512<float>.Zero).AsInt32();
            if (spiking != Vector512<int>.Zero)
                next += EventVectors.Fields * EventLanes.Write(step, neuron, own, spiking, events[next..]);
        }
        for (; neuron < spikes.Length && next < events.Length; neuron++)
            next = Write(step, neuron, spikes[neuron], events, next);
        return next;
    }

    private static int Write(int step, int neuron, float value, Span<float> events, int next)
    {
        if (value == 0)
            return next;
        (events[next], events[next + 1], events[next + 2]) = (step, neuron, value);
        return next + EventVectors.Fields;
    }
}
