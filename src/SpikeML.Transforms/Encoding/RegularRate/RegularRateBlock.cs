using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Sixteen neurons with regular rates, with everything that each step needs side by side in memory.</summary>
internal struct RegularRateBlock
{
    private Vector512<double> _left, _right;
    private Vector512<double> _leftRates, _rightRates;

    /// <summary>
    /// Makes blocks of features; lanes beyond the last one are silent. The accumulated rate starts at <paramref name="initial"/>.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Create(ReadOnlySpan<float> features, Span<RegularRateBlock> blocks, double gain, Vector512<double> initial)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            ref RegularRateBlock block = ref blocks[i];
            (Vector512<double> left, Vector512<double> right) =
                Vector512.Widen(Lanes.Load(features, i * Lanes.Count, padding: 0));
            (block._leftRates, block._rightRates) = (left * gain, right * gain);
            (block._left, block._right) = (initial, initial);
        }
    }

    /// <summary>Writes the spikes of one step as dense values.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void WriteStep(Span<RegularRateBlock> blocks, double step, double phase, Span<Vector512<float>> spikes)
    {
        for (int i = 0; i < blocks.Length; i++)
            spikes[i] = blocks[i].Count(Vector512.Create(step), Vector512.Create(phase));
    }

    /// <summary>
    /// Finds the neurons that spike in a step where no neuron has more than one spike: a bit per neuron of a block. The slots are
    /// written in a second loop, because one loop that writes to both places takes longer.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Fire(Span<RegularRateBlock> blocks, double step, double phase, Span<ushort> firing)
    {
        for (int i = 0; i < blocks.Length; i++)
            firing[i] = (ushort)blocks[i].Fire(Vector512.Create(step), Vector512.Create(phase));
    }

    /// <summary>
    /// Appends the slots and values of one step's spikes; returns false if there is not enough room for all of them.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool TryAddStep(Span<RegularRateBlock> blocks, ReadOnlySpan<Vector512<int>> neurons, double step, double phase,
        int first, Span<int> slots, Span<int> bits, ref int count)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            Vector512<float> spikes = blocks[i].Count(Vector512.Create(step), Vector512.Create(phase));
            Vector512<int> spiking = ~Vector512.Equals(spikes, Vector512<float>.Zero).AsInt32();
            int unpacked = count;
            if (!LanePacking.TryAdd(neurons[i] + Vector512.Create(first), spiking, slots, ref count))
                return false;
            LanePacking.Pack(spikes.AsInt32(), spiking, bits[unpacked..]);
        }
        return true;
    }

    /// <summary>
    /// The spikes of a step, computed from the total of all steps so far instead of a running sum, so rounding errors do not
    /// accumulate.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Count(Vector512<double> step, Vector512<double> phase)
    {
        Vector512<double> left = Vector512.Floor(_leftRates * step + phase), right = Vector512.Floor(_rightRates * step + phase);
        Vector512<float> spikes = LaneNarrowing.Narrow(left - _left, right - _right);
        (_left, _right) = (left, right);
        return spikes;
    }

    /// <summary>A bit for each neuron whose spike count increases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Fire(Vector512<double> step, Vector512<double> phase)
    {
        Vector512<double> left = Vector512.GreaterThanOrEqual(_leftRates * step + phase, _left);
        Vector512<double> right = Vector512.GreaterThanOrEqual(_rightRates * step + phase, _right);
        _left += left & Vector512<double>.One;
        _right += right & Vector512<double>.One;
        return (uint)left.ExtractMostSignificantBits()
            | (uint)right.ExtractMostSignificantBits() << Vector512<double>.Count;
    }
}
