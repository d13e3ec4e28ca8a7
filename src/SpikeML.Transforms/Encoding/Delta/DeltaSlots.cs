using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Lists the spikes of <see cref="DeltaEncoding"/> by their ascending slots, without writing the values between.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="slots">Receives the slots.</param>
/// <param name="values">Receives their values, if there are off-spikes.</param>
internal ref struct DeltaSlots(DeltaEncodingOptions options, Span<int> slots, Span<float> values)
{
    private readonly Span<int> _slots = slots;
    private readonly Span<float> _values = values;
    private readonly float _threshold = (float)options.Threshold;
    private readonly bool _offSpike = options.OffSpike;

    /// <summary>The number of spikes so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all values so far are finite.</summary>
    public bool AreFinite { get; private set; } = true;

    /// <summary>Adds the spikes of a whole series; returns false if there is not enough room for all of them.</summary>
    public bool TryAddSeries<T>(ReadOnlySpan<T> series, int neuronCount, bool padding)
        where T : unmanaged
    {
        // The value before the first is 0 or, with Padding, the first value itself.
        ReadOnlySpan<T> first = series[..neuronCount];
        return TryAdd(padding ? first : default, first, 0)
            && TryAdd(series[..^neuronCount], series[neuronCount..], neuronCount);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private bool TryAdd<T>(ReadOnlySpan<T> previous, ReadOnlySpan<T> current, int firstSlot)
        where T : unmanaged
    {
        int at = AddVectors(previous, current, firstSlot);
        for (; at < current.Length; at++)
        {
            float value = (float)ValueLanes.Wide(current[at]);
            float change = previous.IsEmpty ? value : ValueLanes.Change(previous[at], current[at]);
            float spike = DeltaEncoding.Spike(change, _threshold, _offSpike);
            AreFinite &= float.IsFinite(value);
            if (spike == 0)
                continue;
            if (Count == _slots.Length)
                return false;
            (_slots[Count], _values[Count]) = (firstSlot + at, spike);
            Count++;
        }
        return true;
    }

    /// <summary>
    /// Adds the spikes of whole vectors while there is room for all lanes; returns the number of values examined.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private int AddVectors<T>(ReadOnlySpan<T> previous, ReadOnlySpan<T> current, int firstSlot)
        where T : unmanaged
    {
        ref int slot = ref MemoryMarshal.GetReference(_slots);
        ref int bits = ref Unsafe.As<float, int>(ref MemoryMarshal.GetReference(_values));
        // Without off-spikes, no fall counts, not even one that overflows: comparisons with NaN are false.
        Vector512<float> rise = Vector512.Create(_threshold), fall = Vector512.Create(_offSpike ? -_threshold : float.NaN);
        Vector512<float> zeros = Vector512<float>.Zero;
        Vector512<int> lanes = Lanes.Indices + Vector512.Create(firstSlot);
        int at = 0, next = Count, last = Math.Min(_slots.Length, _values.Length) - Lanes.Count;
        for (; at <= current.Length - Lanes.Count && next <= last; at += Lanes.Count)
        {
            Vector512<float> value = ValueLanes.Singles(current, at);
            Vector512<float> change = previous.IsEmpty ? value : ValueLanes.Changes(previous, current, at);
            Vector512<int> on = Vector512.GreaterThanOrEqual(change, rise).AsInt32(), spiking = on;
            if (_offSpike)
            {
                // With a threshold of 0, an unchanged value both rises and falls, and does not spike.
                spiking ^= Vector512.LessThanOrEqual(change, fall).AsInt32();
                Vector512<float> spikes = Lanes.Select(on.AsSingle(), Vector512<float>.One, Vector512.Create(-1f));
                LanePacking.PackUnchecked(spikes.AsInt32(), spiking, ref Unsafe.Add(ref bits, next));
            }
            next += LanePacking.PackUnchecked(lanes, spiking, ref Unsafe.Add(ref slot, next));
            lanes += Vector512.Create(Lanes.Count);
            zeros += value * Vector512<float>.Zero;
        }
        Count = next;
        // 0 * x is 0 for every finite x and NaN otherwise.
        AreFinite &= Vector512.EqualsAll(zeros, Vector512<float>.Zero);
        return at;
    }
}
