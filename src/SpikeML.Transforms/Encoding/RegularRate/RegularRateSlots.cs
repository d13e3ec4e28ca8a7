using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// From features to the ascending slots of their spikes, step by step. Neurons without any spike are left out; where no step
/// gives more than one spike, whether there is one is all that is asked.
/// </summary>
internal static class RegularRateSlots
{
    /// <summary>So far below 1 and so few steps that rounding cannot give two spikes in one step.</summary>
    private const double Below = 1 - 1e-9;

    private const int MostSteps = 1 << 20;

    /// <summary>Writes the slots and values of the spikes; false where there is no room for all.</summary>
    public static bool TryEncode(
        ReadOnlySpan<float> features, Span<int> slots, Span<float> values, RegularRateEncodingOptions options, out int count)
    {
        FeatureCodeCheck.AllNotNegative(features);
        if (features.Length < Lanes.Count)
            return FewRegularRates.TryEncodeSlots(features, slots, values, options, out count);
        int length = Lanes.Padded(features.Length);
        using PooledSpan<int> neurons = new(2 * length);
        using PooledSpan<double> memory = new(2 * length);
        int active = SelectActive(features, neurons.Span[..length], neurons.Span[length..], options, out double all, out bool single);
        count = 0;
        if (single && all > slots.Length)
            return false;
        Span<double> rates = memory.Span[..Lanes.Padded(active)], state = memory.Span.Slice(length, rates.Length);
        RegularRateEncoding.ToRates(MemoryMarshal.Cast<int, float>(neurons.Span.Slice(length, active)), rates, options.Gain);
        state.Fill(single ? 1 : 0);
        for (int step = 0; step < options.NumSteps; step++)
        {
            Vector512<int> first = Vector512.Create(step * features.Length);
            Vector512<double> steps = Vector512.Create(step + 1.0);
            if (single)
                AddStep(first, steps, neurons.Span, rates, state, slots, options.InitialPhase, ref count);
            else if (!TryAddStep(first, steps, neurons.Span, rates, state, slots, values, options.InitialPhase, ref count))
                return false;
        }
        if (single)
            values[..count].Fill(1);
        return true;
    }

    /// <summary>Packs the neurons that spike, and their features' bits.</summary>
    private static int SelectActive(ReadOnlySpan<float> features, Span<int> neurons, Span<int> bits, RegularRateEncodingOptions options, out double all, out bool single)
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
            Vector512<int> active = Vector512.Narrow(
                Vector512.GreaterThan(left, Vector512<double>.Zero).AsInt64(), Vector512.GreaterThan(right, Vector512<double>.Zero).AsInt64());
            LanePacking.Pack(own.AsInt32(), active, bits[count..]);
            count += LanePacking.Pack(Vector512<int>.Indices + Vector512.Create(slot), active, neurons[count..]);
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

    /// <summary>Adds the neurons that reach the number of spikes next to theirs; there is room for all.</summary>
    private static void AddStep(Vector512<int> first, Vector512<double> steps, ReadOnlySpan<int> neurons, ReadOnlySpan<double> rates,
        Span<double> next, Span<int> slots, double phase, ref int count)
    {
        int own = count;
        for (int neuron = 0; neuron < rates.Length; neuron += Lanes.Count)
        {
            int half = neuron + Vector512<double>.Count;
            Vector512<int> spiking = Vector512.Narrow(
                Spiking(Vector512.Create(rates[neuron..]), steps, phase, next[neuron..]),
                Spiking(Vector512.Create(rates[half..]), steps, phase, next[half..]));
            own += LanePacking.Pack(Vector512.Create(neurons[neuron..]) + first, spiking, slots[own..]);
        }
        count = own;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Spiking(Vector512<double> rates, Vector512<double> steps, double phase, Span<double> next)
    {
        Vector512<double> limits = Vector512.Create<double>(next);
        Vector512<double> spiking = Vector512.GreaterThanOrEqual(rates * steps + Vector512.Create(phase), limits);
        (limits + (spiking & Vector512<double>.One)).CopyTo(next);
        return spiking.AsInt64();
    }

    private static bool TryAddStep(Vector512<int> first, Vector512<double> steps, ReadOnlySpan<int> neurons, ReadOnlySpan<double> rates,
        Span<double> before, Span<int> slots, Span<float> values, double phase, ref int count)
    {
        Span<int> bits = MemoryMarshal.Cast<float, int>(values);
        for (int neuron = 0; neuron < rates.Length; neuron += Lanes.Count)
        {
            int half = neuron + Vector512<double>.Count, unpacked = count;
            Vector512<float> spikes = Vector512.Narrow(
                RegularRateEncoding.Spikes(Vector512.Create(rates[neuron..]), steps, phase, before[neuron..]),
                RegularRateEncoding.Spikes(Vector512.Create(rates[half..]), steps, phase, before[half..]));
            Vector512<int> spiking = ~Vector512.Equals(spikes, Vector512<float>.Zero).AsInt32();
            if (!LanePacking.TryAdd(Vector512.Create(neurons[neuron..]) + first, spiking, slots, ref count))
                return false;
            LanePacking.Pack(spikes.AsInt32(), spiking, bits[unpacked..]);
        }
        return true;
    }
}
