using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>Writes and reads eight events at a time, for machines with AVX2 whose vectors have eight numbers.</summary>
internal static class EventHalves
{
    /// <summary>The numbers of eight events.</summary>
    private const int Length = 8 * EventVectors.Fields;

    /// <summary>Writes the neurons that spike, of 16 consecutive ones, and returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(int step, int firstNeuron, Vector512<float> values, Vector512<int> spiking, Span<float> events)
    {
        uint chosen = (uint)spiking.ExtractMostSignificantBits(), first = chosen & 0xFF;
        int next = BitOperations.PopCount(first);
        Write(step, firstNeuron, values.GetLower(), first, events);
        Write(step, firstNeuron + 8, values.GetUpper(), chosen >> 8, events[(next * EventVectors.Fields)..]);
        return BitOperations.PopCount(chosen);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(int step, int firstNeuron, Vector256<float> values, uint chosen, Span<float> events)
    {
        Vector256<int> neurons = LanePacking.Packed(Vector256<int>.Indices + Vector256.Create(firstNeuron), chosen);
        Write(Vector256.Create((float)step), Vector256.ConvertToSingle(neurons),
            LanePacking.Packed(values.AsInt32(), chosen).AsSingle(), isOneStep: true, events);
    }

    /// <summary>Writes 16 events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(
        Vector512<float> steps, Vector512<float> neurons, Vector512<float> values, bool isOneStep, Span<float> events)
    {
        Write(steps.GetLower(), neurons.GetLower(), values.GetLower(), isOneStep, events);
        Write(steps.GetUpper(), neurons.GetUpper(), values.GetUpper(), isOneStep, events[Length..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(
        Vector256<float> steps, Vector256<float> neurons, Vector256<float> values, bool isOneStep, Span<float> events)
    {
        // Number i of the 24 is field i % 3 of event i / 3.
        Vector256<int> from = Vector256.Create(0, 0, 0, 1, 1, 1, 2, 2);
        Blend(Pick(steps, from, isOneStep), Pick(neurons, from), Pick(values, from), 0b10010010, 0b00100100).CopyTo(events);
        from = Vector256.Create(2, 3, 3, 3, 4, 4, 4, 5);
        Blend(Pick(steps, from, isOneStep), Pick(neurons, from), Pick(values, from), 0b00100100, 0b01001001).CopyTo(events[8..]);
        from = Vector256.Create(5, 5, 6, 6, 6, 7, 7, 7);
        Blend(Pick(steps, from, isOneStep), Pick(neurons, from), Pick(values, from), 0b01001001, 0b10010010)
            .CopyTo(events[16..]);
    }

    /// <summary>Reads the steps, neurons and values of 16 events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Steps, Vector512<float> Neurons, Vector512<float> Values) Read(ReadOnlySpan<float> events)
    {
        (Vector256<float> steps, Vector256<float> neurons, Vector256<float> values) = ReadHalf(events);
        (Vector256<float> laterSteps, Vector256<float> laterNeurons, Vector256<float> laterValues) = ReadHalf(events[Length..]);
        return (Vector512.Create(steps, laterSteps), Vector512.Create(neurons, laterNeurons),
            Vector512.Create(values, laterValues));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Steps, Vector256<float> Neurons, Vector256<float> Values) ReadHalf(
        ReadOnlySpan<float> events)
    {
        Vector256<float> first = Vector256.Create(events);
        Vector256<float> second = Vector256.Create(events[8..]), third = Vector256.Create(events[16..]);
        // Number 3 i + field of the 24 is event i's; its place in its vector is that modulo 8.
        Vector256<int> steps = Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5);
        Vector256<int> neurons = Vector256.Create(1, 4, 7, 2, 5, 0, 3, 6), values = Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7);
        return (
            Blend(Pick(first, steps), Pick(second, steps), Pick(third, steps), 0b00111000, 0b11000000),
            Blend(Pick(first, neurons), Pick(second, neurons), Pick(third, neurons), 0b00011000, 0b11100000),
            Blend(Pick(first, values), Pick(second, values), Pick(third, values), 0b00011100, 0b11100000));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pick(Vector256<float> lanes, Vector256<int> places, bool areEqual = false) =>
        areEqual ? lanes : Avx2.PermuteVar8x32(lanes, places);

    /// <summary>The lanes of the first vector, but those of the second and of the third whose bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Blend(
        Vector256<float> first, Vector256<float> second, Vector256<float> third,
        [ConstantExpected] byte fromSecond,
        [ConstantExpected] byte fromThird) =>
        Avx.Blend(Avx.Blend(first, second, fromSecond), third, fromThird);
}
