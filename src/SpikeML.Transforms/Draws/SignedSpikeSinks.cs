using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Writes spikes and off-spikes, 1 and -1, to a cleared dense vector; a neuron whose number has its sign bit set gives
/// off-spikes.
/// </summary>
internal readonly ref struct SignedDenseSink(Span<float> spikes) : ISpikeSink
{
    private readonly Span<float> _spikes = spikes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, Vector512<int> neurons, Vector512<int> spiking)
    {
        Vector512<int> values = SignedSlotSink.Values(neurons) & spiking;
        Vector512<int> numbers = SignedSlotSink.Numbers(neurons);
        int first = numbers.GetElement(0);
        if (numbers.GetElement(SpikeDraws.Lanes - 1) - first == SpikeDraws.Lanes - 1)
        {
            values.AsSingle().CopyTo(_spikes.Slice(firstSlot + first, SpikeDraws.Lanes));
            return true;
        }
        for (uint rest = (uint)spiking.ExtractMostSignificantBits(); rest != 0; rest &= rest - 1)
        {
            int lane = BitOperations.TrailingZeroCount(rest);
            _spikes[firstSlot + numbers[lane]] = values.AsSingle()[lane];
        }
        return true;
    }
}

/// <summary>Lists the ascending slots of spikes and off-spikes together with their values.</summary>
internal ref struct SignedSlotSink(Span<int> slots, Span<float> values) : ISpikeSink
{
    private readonly Span<int> _slots = slots;
    private readonly Span<int> _values = MemoryMarshal.Cast<float, int>(values)[..slots.Length];

    public int Count { get; private set; }

    public static Vector512<int> Numbers(Vector512<int> neurons) => neurons & Vector512.Create(int.MaxValue);

    /// <summary>The bits of 1 or -1 for each neuron.</summary>
    public static Vector512<int> Values(Vector512<int> neurons) =>
        (neurons & Vector512.Create(int.MinValue)) | Vector512<float>.One.AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int firstSlot, Vector512<int> neurons, Vector512<int> spiking)
    {
        if (Count + SpikeDraws.Lanes > _slots.Length)
            return false;
        LanePacking.Pack(Values(neurons), spiking, _values.Slice(Count, SpikeDraws.Lanes));
        Count += LanePacking.Pack(Numbers(neurons) + Vector512.Create(firstSlot), spiking, _slots.Slice(Count, SpikeDraws.Lanes));
        return true;
    }
}
