using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Encodes features as the ascending slots of their spikes, step by step. Neurons without spikes are skipped; if no step gives
/// more than one spike, only its presence is tested.
/// </summary>
internal static class RegularRateSlots
{
    /// <summary>With a rate this far below 1 and this few steps, rounding cannot give two spikes in one step.</summary>
    private const double Below = 1 - 1e-9;

    private const int MostSteps = 1 << 20;

    /// <summary>Writes the slots and values of the spikes; returns false if there is not enough room for all of them.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool TryEncode(
        ReadOnlySpan<float> features, Span<int> slots, Span<float> spikes, RegularRateEncodingOptions options, out int count)
    {
        FeatureCodeCheck.AllNotNegative(features);
        if (features.Length < Lanes.Count)
            return FewRegularRates.TryEncodeSlots(features, slots, spikes, options, out count);
        using PooledSpan<int> memory = new(2 * Lanes.Padded(features.Length));
        Span<int> neurons = memory.Span[..Lanes.Padded(features.Length)], bits = memory.Span[neurons.Length..];
        int active = SelectActive(features, neurons, bits, options, out double all, out bool single);
        count = 0;
        if (single && all > slots.Length)
            return false;
        using PooledSpan<RegularRateBlock> blocks = new(Lanes.Vectors(active));
        ReadOnlySpan<float> activeFeatures = MemoryMarshal.Cast<int, float>(bits[..active]);
        RegularRateBlock.Create(activeFeatures, blocks.Span, options.Gain, single
            ? Vector512<double>.One : Vector512<double>.Zero);
        ReadOnlySpan<Vector512<int>> lanes = MemoryMarshal.Cast<int, Vector512<int>>(neurons);
        if (!single)
            return TryEncodeCounts(blocks.Span, lanes, features.Length, slots, MemoryMarshal.Cast<float, int>(spikes), options,
                out count);
        EncodeSingles(blocks.Span, lanes, features.Length, slots, options, out count);
        spikes[..count].Fill(1);
        return true;
    }

    /// <summary>
    /// Writes the slots of the spikes if no neuron has more than one per step; there must be room for all of them.
    /// </summary>
    private static void EncodeSingles(
        Span<RegularRateBlock> blocks, ReadOnlySpan<Vector512<int>> neurons, int neuronCount, Span<int> slots,
        RegularRateEncodingOptions options, out int count)
    {
        using PooledSpan<ushort> firing = new(blocks.Length);
        count = 0;
        for (int step = 0, first = 0; step < options.NumSteps; step++, first += neuronCount)
        {
            RegularRateBlock.Fire(blocks, step + 1, options.InitialPhase, firing.Span);
            count += LanePacking.PackBits(firing.Span, neurons, first, slots[count..]);
        }
    }

    private static bool TryEncodeCounts(
        Span<RegularRateBlock> blocks, ReadOnlySpan<Vector512<int>> neurons, int neuronCount, Span<int> slots, Span<int> bits,
        RegularRateEncodingOptions options, out int count)
    {
        count = 0;
        for (int step = 0, first = 0; step < options.NumSteps; step++, first += neuronCount)
        {
            if (!RegularRateBlock.TryAddStep(blocks, neurons, step + 1, options.InitialPhase, first, slots, bits, ref count))
                return false;
        }
        return true;
    }

    /// <summary>Packs the neurons that spike and the bits of their features.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static int SelectActive(
        ReadOnlySpan<float> features, Span<int> neurons, Span<int> bits, RegularRateEncodingOptions options, out double all,
            out bool single)
    {
        Vector512<double> sum = Vector512<double>.Zero, close = sum;
        int count = 0;
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            Vector512<float> own = Lanes.Load(features, slot, padding: 0);
            (Vector512<double> left, Vector512<double> right) = Vector512.Widen(own);
            (left, right) = (left * options.Gain, right * options.Gain);
            close |= NearOneOrAbove(left) | NearOneOrAbove(right);
            (left, right) = (Total(left, options), Total(right, options));
            sum += left + right;
            Vector512<int> active = LaneNarrowing.Narrow(
                Vector512.GreaterThan(left, Vector512<double>.Zero).AsInt64(),
                    Vector512.GreaterThan(right, Vector512<double>.Zero).AsInt64());
            LanePacking.Pack(own.AsInt32(), active, bits[count..]);
            count += LanePacking.Pack(Lanes.Indices + Vector512.Create(slot), active, neurons[count..]);
        }
        all = Vector512.Sum(sum);
        single = options.NumSteps <= MostSteps && options.InitialPhase < Below && close.AsInt64() == Vector512<long>.Zero;
        return count;
    }

    private static Vector512<double> Total(Vector512<double> rates, RegularRateEncodingOptions options) =>
        Vector512.Floor(rates * options.NumSteps + Vector512.Create(options.InitialPhase));

    /// <summary>A rate of exactly 1 gives one spike a step.</summary>
    private static Vector512<double> NearOneOrAbove(Vector512<double> rates) =>
        Vector512.GreaterThan(rates, Vector512.Create(Below)) & ~Vector512.Equals(rates, Vector512<double>.One);
}
