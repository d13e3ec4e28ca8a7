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
    public static void FromSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> events, int neuronCount)
    {
        int next = 0;
        for (int i = 0; next < events.Length; i++)
        {
            if (EventLanes.AreSupported)
                WriteVectors(slots, values, events, neuronCount, ref i, ref next);
            if (next < events.Length)
                next = Write(slots[i] / neuronCount, slots[i] % neuronCount, values[i], events, next);
        }
    }

    /// <summary>Writes 16 spikes at a time, whatever their steps, up to a listed value of 0 or the last few.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void WriteVectors(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> events, int neuronCount,
        ref int first, ref int next)
    {
        int i = first, at = next;
        Vector512<double> neurons = Vector512.Create((double)neuronCount);
        for (; i <= slots.Length - Lanes && at <= events.Length - EventLanes.Length; i += Lanes, at += EventLanes.Length)
        {
            Vector512<float> weights = Vector512.Create(values[i..]);
            if (Vector512.EqualsAny(weights, Vector512<float>.Zero))
                break;
            (Vector512<long> low, Vector512<long> high) = Vector512.Widen(Vector512.Create(slots[i..]));
            Vector512<double> lower = Vector512.ConvertToDouble(low), upper = Vector512.ConvertToDouble(high);
            // The quotient of two integers in double precision never rounds up to a whole number that it does not reach.
            DoubleLanes steps = new(Vector512.Floor(lower / neurons), Vector512.Floor(upper / neurons));
            DoubleLanes rest = new(lower - steps.Lower * neurons, upper - steps.Upper * neurons);
            EventLanes.Write(steps.Narrow(), rest.Narrow(), weights, isOneStep: false, events[at..]);
        }
        (first, next) = (i, at);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
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
