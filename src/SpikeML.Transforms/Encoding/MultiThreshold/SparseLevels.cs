using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Decodes sparse trains of <see cref="MultiThresholdEncoding"/>: only a value that crosses a threshold moves.</summary>
internal readonly ref struct SparseLevels(SpikeValues spikes, ThresholdLevels levels, Span<double> own)
{
    private readonly ReadOnlySpan<int> _slots = spikes.Slots;
    private readonly ReadOnlySpan<float> _values = spikes.Values;
    private readonly Span<double> _own = own;
    private readonly bool _allOne = AreOne(spikes.Values);

    /// <summary>Restores each neuron's series; the level of each is that of its first value.</summary>
    public void Restore(Span<float> series)
    {
        int neurons = _own.Length, next = 0;
        using PooledSpan<float> channels = new(2 * levels.Count);
        using PooledSpan<int> ends = new(2 * neurons);
        channels.Span.Clear();
        ends.Span.Clear();
        for (int neuron = 0; neuron < neurons; neuron++)
            series[neuron] = (float)levels.Decode(_own[neuron]);
        for (int from = neurons; from < series.Length; from += neurons)
        {
            Span<float> step = series.Slice(from, neurons);
            int firstSlot = (from - neurons) * 2 * levels.Count;
            if (_allOne && SparseSteps.AreMany(_slots, next, firstSlot, neurons, 2 * levels.Count))
            {
                next = FindEnds(next, firstSlot, ends.Span);
                MoveAll(ends.Span, step);
                continue;
            }
            series.Slice(from - neurons, neurons).CopyTo(step);
            next = MoveStep(next, from - neurons, step, channels.Span);
        }
    }

    /// <summary>
    /// For each neuron's on-channels and off-channels, writes the number of the step's spikes up to and including theirs, or 0 if
    /// they are silent; returns the first spike after the step. Nothing waits for what was written before, as counts would.
    /// </summary>
    private int FindEnds(int next, int firstSlot, Span<int> ends)
    {
        ulong reciprocal = ulong.MaxValue / (uint)levels.Count + 1;
        int start = next - 1, width = ends.Length * levels.Count;
        for (; next < _slots.Length && (uint)(_slots[next] - firstSlot) < (uint)width; next++)
            ends[(int)Math.BigMul(reciprocal, (uint)(_slots[next] - firstSlot), out _)] = next - start;
        return next;
    }

    /// <summary>Moves the levels by the spikes of one step, decodes all of them, and clears the ends.</summary>
    private void MoveAll(Span<int> ends, Span<float> step)
    {
        int before = 0;
        for (int neuron = 0; neuron < _own.Length; neuron++)
        {
            int on = Math.Max(before, ends[2 * neuron]), off = Math.Max(on, ends[2 * neuron + 1]);
            _own[neuron] += on - before - (off - on);
            before = off;
        }
        ends.Clear();
        levels.Decode(_own, step);
    }

    /// <summary>Moves the levels by the spikes of one step, and returns the first spike after it.</summary>
    private int MoveStep(int next, int firstValue, Span<float> step, Span<float> channels)
    {
        int width = 2 * levels.Count;
        long end = (long)(firstValue + step.Length) * width;
        while (next < _slots.Length && _slots[next] < end)
        {
            int value = _slots[next] / width, neuron = value - firstValue, start = next;
            long last = (value + 1L) * width;
            while (next < _slots.Length && _slots[next] < last)
                next++;
            if (_allOne)
                _own[neuron] += Rise(_slots[start..next], value * width + levels.Count);
            else
                Move(start, next, value * width, ref _own[neuron], channels);
            step[neuron] = (float)levels.Decode(_own[neuron]);
        }
        return next;
    }

    /// <summary>On-neurons less off-neurons: of whole numbers, no sum is rounded.</summary>
    private static int Rise(ReadOnlySpan<int> slots, int firstOff)
    {
        int rise = 0;
        foreach (int slot in slots)
            rise += slot < firstOff ? 1 : -1;
        return rise;
    }

    /// <summary>Spikes of any value are added in the order in which a dense train has them.</summary>
    private void Move(int start, int end, int firstSlot, ref double level, Span<float> channels)
    {
        for (int i = start; i < end; i++)
            channels[_slots[i] - firstSlot] = _values[i];
        MultiThresholdEncoding.Move(ref level, channels);
        for (int i = start; i < end; i++)
            channels[_slots[i] - firstSlot] = 0;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool AreOne(ReadOnlySpan<float> values)
    {
        int at = 0;
        for (; at <= values.Length - Vector512<float>.Count; at += Vector512<float>.Count)
        {
            if (!Vector512.EqualsAll(Vector512.Create(values[at..]), Vector512<float>.One))
                return false;
        }
        return !values[at..].ContainsAnyExcept(1f);
    }
}
