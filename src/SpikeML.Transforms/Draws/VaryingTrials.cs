using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Bernoulli trials of values that each have a probability of their own: one draw for each probability above 0, in their order,
/// and no draw left over from one chunk of values to the next.
/// </summary>
/// <remarks>
/// It gives the spikes of <see cref="BernoulliTrials.DrawStep"/>, whose draws are those of packed neurons. Here, neurons stay
/// where they are, and the draws are spread over them. Changing anything here changes the spikes of every saved model.
/// </remarks>
internal static class VaryingTrials
{
    /// <summary>The number of values in a chunk.</summary>
    private const int Chunk = 1024;

    /// <summary>One trial per value; returns false if the sink is full.</summary>
    public static bool Draw<TSink>(in RateInput input, int firstSlot, ref SpikeDraws draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct => LanePacking.IsFast
            ? DrawSpread(input.Values, input.Gain, input.Offset, firstSlot, ref draws, ref sink)
            : DrawPacked(input, firstSlot, ref draws, ref sink);

    /// <summary>The same spikes on machines that cannot spread draws.</summary>
    private static bool DrawPacked<TSink>(in RateInput input, int firstSlot, ref SpikeDraws draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        int capacity = ActiveNeurons.Capacity(Math.Min(input.Values.Length, Chunk));
        using PooledSpan<int> neurons = new(capacity);
        using PooledSpan<uint> limits = new(capacity);
        for (int start = 0; start < input.Values.Length; start += Chunk)
        {
            ReadOnlySpan<float> chunk = input.Values.Slice(start, Math.Min(Chunk, input.Values.Length - start));
            ActiveNeurons active = ActiveNeurons.Select(chunk, input.Gain, input.Offset, neurons.Span, limits.Span);
            if (!BernoulliTrials.DrawStep(active, firstSlot + start, ref draws, ref sink))
                return false;
        }
        return true;
    }

    private static bool DrawSpread<TSink>(
        ReadOnlySpan<float> values, float gain, float offset, int firstSlot, ref SpikeDraws draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        // 16 draws are read at a time, also from the last one on.
        Span<uint> memory = stackalloc uint[Chunk + SpikeDraws.Lanes];
        for (int start = 0; start < values.Length; start += Chunk)
        {
            ReadOnlySpan<float> chunk = values.Slice(start, Math.Min(Chunk, values.Length - start));
            Fill(memory, CountActive(chunk, gain, offset), ref draws);
            if (!DrawChunk(chunk, gain, offset, firstSlot + start, memory, ref sink))
                return false;
        }
        return true;
    }

    /// <summary>The number of probabilities above 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CountActive(ReadOnlySpan<float> values, float gain, float offset)
    {
        int count = 0, at = 0;
        for (; at <= values.Length - SpikeDraws.Lanes; at += SpikeDraws.Lanes)
            count += LanePacking.Count(Active(Vector512.Create(values[at..]) * gain + Vector512.Create(offset)));
        if (at < values.Length)
            count += LanePacking.Count(Active(Last(values[at..], gain, offset)));
        return count;
    }

    /// <summary>Draws whole vectors of numbers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(Span<uint> numbers, int count, ref SpikeDraws draws)
    {
        // A copy keeps the generator's state in registers.
        SpikeDraws own = draws;
        for (int at = 0; at < count; at += SpikeDraws.Lanes)
            own.Next().CopyTo(numbers[at..]);
        draws = own;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool DrawChunk<TSink>(
        ReadOnlySpan<float> values, float gain, float offset, int firstSlot, scoped ReadOnlySpan<uint> draws, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        TSink own = sink;
        int used = 0, at = 0;
        Vector512<int> neurons = Vector512<int>.Indices;
        for (; at <= values.Length - SpikeDraws.Lanes; at += SpikeDraws.Lanes)
        {
            Vector512<float> probabilities = Vector512.Create(values[at..]) * gain + Vector512.Create(offset);
            if (!own.TryAdd(firstSlot + at, neurons, Spiking(probabilities, draws, ref used)))
                return false;
        }
        if (at < values.Length)
        {
            // Lanes without a value are no neurons: their number is 0, so that nothing is written there.
            Vector512<int> lanes = Vector512.LessThan(neurons, Vector512.Create(values.Length - at));
            if (!own.TryAdd(firstSlot + at, neurons & lanes, Spiking(Last(values[at..], gain, offset), draws, ref used)))
                return false;
        }
        sink = own;
        return true;
    }

    /// <summary>All ones for each of 16 neurons that spikes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Spiking(Vector512<float> probabilities, ReadOnlySpan<uint> draws, ref int used)
    {
        Vector512<int> active = Active(probabilities);
        // There are as many draws as probabilities above 0, so it is never read beyond the memory.
        ref uint packed = ref Unsafe.Add(ref MemoryMarshal.GetReference(draws), used);
        used += LanePacking.Count(active);
        return Vector512.IsHardwareAccelerated
            ? Spiking(probabilities, active, ref packed)
            : SpikingAlone(probabilities, active, ref packed);
    }

    /// <summary>Where vectors of 512 bits are emulated, inlining this would use up the inlining budget of the loop.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<int> SpikingAlone(Vector512<float> probabilities, Vector512<int> active, ref uint packed) =>
        Spiking(probabilities, active, ref packed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Spiking(Vector512<float> probabilities, Vector512<int> active, ref uint packed)
    {
        Vector512<uint> own = LanePacking.Spread(ref Unsafe.As<uint, int>(ref packed), active).AsUInt32();
        return Vector512.LessThanOrEqual(own, ActiveNeurons.Limits(probabilities).AsUInt32()).AsInt32() & active;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Active(Vector512<float> probabilities) =>
        Vector512.GreaterThan(probabilities, Vector512<float>.Zero).AsInt32();

    /// <summary>The probabilities of fewer than 16 values, followed by zeros.</summary>
    private static Vector512<float> Last(ReadOnlySpan<float> values, float gain, float offset)
    {
        Vector512<float> lanes = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(values.Length)).AsSingle();
        return (Lanes.Load(values, 0, padding: 0) * gain + Vector512.Create(offset)) & lanes;
    }
}
