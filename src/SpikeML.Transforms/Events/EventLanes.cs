using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>Writes and reads 16 events at a time; the three numbers of an event are side by side.</summary>
internal static class EventLanes
{
    /// <summary>The room that is needed, whatever the number of events.</summary>
    public const int Length = 16 * EventVectors.Fields;

    public static bool AreSupported => LanePacking.IsFast;

    /// <summary>Writes the neurons that spike, of 16 consecutive ones, and returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(int step, int firstNeuron, Vector512<float> values, Vector512<int> spiking, Span<float> events)
    {
        if (!Avx512F.IsSupported)
            return EventHalves.Write(step, firstNeuron, values, spiking, events);
        Vector512<int> neurons = LanePacking.Packed(Lanes.Indices + Vector512.Create(firstNeuron), spiking);
        Write(step, Vector512.ConvertToSingle(neurons), LanePacking.Packed(values.AsInt32(), spiking).AsSingle(), events);
        return LanePacking.Count(spiking);
    }

    /// <summary>Reads the steps, neurons and values of 16 events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Steps, Vector512<float> Neurons, Vector512<float> Values) Read(ReadOnlySpan<float> events)
    {
        if (!Avx512F.IsSupported)
            return EventHalves.Read(events);
        Vector512<float> first = Vector512.Create(events);
        Vector512<float> second = Vector512.Create(events[16..]), third = Vector512.Create(events[32..]);
        // Number 3 i + field of the 48 is event i's; its place in its vector is that modulo 16.
        return (
            Pick(first, second, third, Vector512.Create(0, 3, 6, 9, 12, 15, 2, 5, 8, 11, 14, 1, 4, 7, 10, 13), 6, 11),
            Pick(first, second, third, Vector512.Create(1, 4, 7, 10, 13, 0, 3, 6, 9, 12, 15, 2, 5, 8, 11, 14), 5, 11),
            Pick(first, second, third, Vector512.Create(2, 5, 8, 11, 14, 1, 4, 7, 10, 13, 0, 3, 6, 9, 12, 15), 5, 10));
    }

    /// <summary>
    /// The lanes before <paramref name="secondLane"/> of the first, those before <paramref name="thirdLane"/> of the second.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pick(
        Vector512<float> first, Vector512<float> second, Vector512<float> third,
        Vector512<int> places, int secondLane, int thirdLane)
    {
        Vector512<float> isFirst = Vector512.LessThan(Lanes.Indices, Vector512.Create(secondLane)).AsSingle();
        Vector512<float> isThird = Vector512.GreaterThanOrEqual(Lanes.Indices, Vector512.Create(thirdLane)).AsSingle();
        Vector512<float> rest = Vector512.ConditionalSelect(
            isThird, Vector512.Shuffle(third, places), Vector512.Shuffle(second, places));
        return Vector512.ConditionalSelect(isFirst, Vector512.Shuffle(first, places), rest);
    }

    /// <summary>Writes 16 events of one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(float step, Vector512<float> neurons, Vector512<float> values, Span<float> events) =>
        Write(Vector512.Create(step), neurons, values, isOneStep: true, events);

    /// <summary>Writes 16 events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(
        Vector512<float> steps, Vector512<float> neurons, Vector512<float> values, bool isOneStep, Span<float> events)
    {
        if (!Avx512F.IsSupported)
        {
            EventHalves.Write(steps, neurons, values, isOneStep, events);
            return;
        }
        // Number i of the 48 is field i % 3 of event i / 3.
        Interleave(steps, neurons, values, isOneStep, 0).CopyTo(events);
        Interleave(steps, neurons, values, isOneStep, 1).CopyTo(events[16..]);
        Interleave(steps, neurons, values, isOneStep, 2).CopyTo(events[32..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Interleave(
        Vector512<float> steps, Vector512<float> neurons, Vector512<float> values, bool isOneStep, int part)
    {
        Vector512<int> events = part switch
        {
            0 => Vector512.Create(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5),
            1 => Vector512.Create(5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10),
            _ => Vector512.Create(10, 11, 11, 11, 12, 12, 12, 13, 13, 13, 14, 14, 14, 15, 15, 15),
        };
        Vector512<int> neuronLanes = part switch
        {
            0 => Vector512.Create(0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0),
            1 => Vector512.Create(-1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1),
            _ => Vector512.Create(0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0),
        };
        Vector512<int> stepLanes = part switch
        {
            0 => Vector512.Create(-1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1),
            1 => Vector512.Create(0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0),
            _ => Vector512.Create(0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0),
        };
        Vector512<float> rest = Vector512.ConditionalSelect(
            neuronLanes.AsSingle(), Vector512.Shuffle(neurons, events), Vector512.Shuffle(values, events));
        return Vector512.ConditionalSelect(stepLanes.AsSingle(), isOneStep ? steps : Vector512.Shuffle(steps, events), rest);
    }
}
