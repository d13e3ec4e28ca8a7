using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpikeML;

/// <summary>Takes the spikes of a block of neurons as a bit mask.</summary>
internal interface ISpikeSink
{
    /// <summary>Adds the spikes whose bits are set, at slot <paramref name="firstSlot"/> + neuron; false when there is no more room.</summary>
    bool TryAdd(int firstSlot, Vector512<int> neurons, uint spiking);
}

/// <summary>Sets ones in a dense, cleared vector.</summary>
internal readonly ref struct DenseSink(Span<float> spikes) : ISpikeSink
{
    private readonly Span<float> _spikes = spikes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, Vector512<int> neurons, uint spiking)
    {
        for (; spiking != 0; spiking &= spiking - 1)
            _spikes[firstSlot + neurons[BitOperations.TrailingZeroCount(spiking)]] = 1;
        return true;
    }
}

/// <summary>Lists the slots of the spikes in ascending order.</summary>
internal ref struct SlotSink(Span<int> slots) : ISpikeSink
{
    private readonly Span<int> _slots = slots;

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, Vector512<int> neurons, uint spiking)
    {
        if (Count + SpikeDraws.Lanes > _slots.Length)
            return false;
        Vector512<int> slots = neurons + Vector512.Create(firstSlot);
        ref int next = ref Unsafe.Add(ref MemoryMarshal.GetReference(_slots), Count);
        if (Avx512F.IsSupported)
        {
            Vector512<int> mask = Vector512.Equals(Vector512.Create((int)spiking) & LaneBits, LaneBits);
            Avx512F.Compress(Vector512<int>.Zero, mask, slots).StoreUnsafe(ref next);
        }
        else
        {
            nuint count = 0;
            for (uint rest = spiking; rest != 0; rest &= rest - 1)
                Unsafe.Add(ref next, count++) = slots[BitOperations.TrailingZeroCount(rest)];
        }
        Count += BitOperations.PopCount(spiking);
        return true;
    }

    private static Vector512<int> LaneBits =>
        Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
}
