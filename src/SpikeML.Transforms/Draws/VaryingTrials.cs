using System.Numerics;
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
        where TSink : IBlockSink, allows ref struct => LanePacking.IsFast
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
        where TSink : IBlockSink, allows ref struct
    {
        // 16 draws are read at a time, also from the last one on.
        Span<uint> numbers = stackalloc uint[Chunk + SpikeDraws.Lanes], limits = stackalloc uint[Chunk];
        Span<uint> neurons = stackalloc uint[Chunk / SpikeDraws.Lanes];
        for (int start = 0; start < values.Length; start += Chunk)
        {
            ReadOnlySpan<float> chunk = values.Slice(start, Math.Min(Chunk, values.Length - start));
            Fill(numbers, Select(chunk, gain, offset, limits, neurons), ref draws);
            Span<uint> own = neurons[..((chunk.Length + SpikeDraws.Lanes - 1) / SpikeDraws.Lanes)];
            KeepSpiking(own, limits, numbers);
            if (!Add(own, firstSlot + start, ref sink))
                return false;
        }
        return true;
    }

    /// <summary>Finds the limits of all values, and a bit for each probability above 0; returns the number of those.</summary>
    private static int Select(ReadOnlySpan<float> values, float gain, float offset, Span<uint> limits, Span<uint> active)
    {
        int whole = values.Length / SpikeDraws.Lanes, count = SelectBlocks(values, gain, offset, limits, active[..whole]);
        int first = whole * SpikeDraws.Lanes;
        if (first == values.Length)
            return count;
        // Values that are not there have no probability, whatever the offset.
        Span<float> rest = stackalloc float[SpikeDraws.Lanes];
        rest.Clear();
        values[first..].CopyTo(rest);
        SelectBlocks(rest, gain, offset, limits[first..], active[whole..(whole + 1)]);
        active[whole] &= (1u << (values.Length - first)) - 1;
        return count + BitOperations.PopCount(active[whole]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static int SelectBlocks(ReadOnlySpan<float> values, float gain, float offset, Span<uint> limits, Span<uint> active)
    {
        int count = 0;
        for (int block = 0; block < active.Length; block++)
        {
            int at = block * SpikeDraws.Lanes;
            Vector512<float> probabilities = Vector512.Create(values[at..]) * gain + Vector512.Create(offset);
            ActiveNeurons.Limits(probabilities).AsUInt32().CopyTo(limits[at..]);
            active[block] = (uint)Vector512.GreaterThan(probabilities, Vector512<float>.Zero).ExtractMostSignificantBits();
            count += BitOperations.PopCount(active[block]);
        }
        return count;
    }

    /// <summary>Draws whole vectors of numbers.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Fill(Span<uint> numbers, int count, ref SpikeDraws draws)
    {
        // A copy keeps the generator's state in registers.
        SpikeDraws own = draws;
        for (int at = 0; at < count; at += SpikeDraws.Lanes)
            own.Next().CopyTo(numbers[at..]);
        draws = own;
    }

    /// <summary>Clears the bits of neurons whose draw exceeds their limit; each bit that is set takes the next draw.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void KeepSpiking(Span<uint> neurons, ReadOnlySpan<uint> limits, ReadOnlySpan<uint> draws)
    {
        // There are as many draws as bits, and room for a vector behind them.
        ref uint packed = ref MemoryMarshal.GetReference(draws);
        for (int block = 0; block < neurons.Length; block++)
        {
            Vector512<uint> own = LanePacking.Spread(ref Unsafe.As<uint, int>(ref packed), neurons[block]).AsUInt32();
            packed = ref Unsafe.Add(ref packed, BitOperations.PopCount(neurons[block]));
            neurons[block] &= (uint)Vector512.LessThanOrEqual(own, Vector512.Create(limits[(block * SpikeDraws.Lanes)..]))
                .ExtractMostSignificantBits();
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool Add<TSink>(scoped ReadOnlySpan<uint> spiking, int firstSlot, ref TSink sink)
        where TSink : IBlockSink, allows ref struct
    {
        TSink own = sink;
        for (int block = 0; block < spiking.Length; block++)
        {
            if (!own.TryAdd(firstSlot + block * SpikeDraws.Lanes, spiking[block]))
                return false;
        }
        sink = own;
        return true;
    }
}
