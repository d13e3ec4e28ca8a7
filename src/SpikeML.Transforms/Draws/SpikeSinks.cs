using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Receives the spikes of a block of neurons as a mask.</summary>
internal interface ISpikeSink
{
    /// <summary>
    /// Adds spikes where the mask is all ones, at slot <paramref name="firstSlot"/> + neuron; returns false if there is no more
    /// room.
    /// </summary>
    bool TryAdd(int firstSlot, Vector512<int> neurons, Vector512<int> spiking);
}

/// <summary>Receives the spikes of neighbouring neurons as bits, too.</summary>
internal interface IBlockSink : ISpikeSink
{
    /// <summary>
    /// Adds spikes of neighbouring neurons, the first at slot <paramref name="firstSlot"/>, where a bit is set; returns false if
    /// there is no more room.
    /// </summary>
    bool TryAdd(int firstSlot, uint spiking);
}

/// <summary>Writes ones to a cleared dense vector.</summary>
internal readonly ref struct DenseSink(Span<float> spikes) : IBlockSink
{
    private readonly Span<float> _spikes = spikes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, Vector512<int> neurons, Vector512<int> spiking)
    {
        int first = neurons.GetElement(0);
        // Consecutive neurons, which is all of them if none is silent, are written at once.
        if (neurons.GetElement(SpikeDraws.Lanes - 1) - first == SpikeDraws.Lanes - 1)
        {
            (spiking.AsSingle() & Vector512<float>.One).CopyTo(_spikes.Slice(firstSlot + first, SpikeDraws.Lanes));
            return true;
        }
        for (uint rest = (uint)spiking.ExtractMostSignificantBits(); rest != 0; rest &= rest - 1)
            _spikes[firstSlot + neurons[BitOperations.TrailingZeroCount(rest)]] = 1;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, uint spiking)
    {
        Lanes.Store(Lanes.Chosen(spiking).AsSingle() & Vector512<float>.One, _spikes, firstSlot);
        return true;
    }
}

/// <summary>Lists the ascending slots of the spikes.</summary>
internal ref struct SlotSink(Span<int> slots) : IBlockSink
{
    private readonly Span<int> _slots = slots;

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, Vector512<int> neurons, Vector512<int> spiking)
    {
        if (Count + SpikeDraws.Lanes > _slots.Length)
            return false;
        Span<int> rest = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_slots), Count),
            SpikeDraws.Lanes);
        Count += LanePacking.Pack(neurons + Vector512.Create(firstSlot), spiking, rest);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, uint spiking)
    {
        if (Count + SpikeDraws.Lanes > _slots.Length)
            return false;
        ref int next = ref Unsafe.Add(ref MemoryMarshal.GetReference(_slots), Count);
        Count += LanePacking.PackUnchecked(Lanes.Indices + Vector512.Create(firstSlot), spiking, ref next);
        return true;
    }
}
