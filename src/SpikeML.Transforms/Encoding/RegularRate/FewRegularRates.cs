using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Regular rates of fewer neurons than a vector has lanes: each vector holds several steps, in output order.</summary>
internal static class FewRegularRates
{
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void EncodeDense(ReadOnlySpan<float> features, Span<float> spikes, RegularRateEncodingOptions options)
    {
        int length = Lanes.Count * features.Length;
        using PooledSpan<double> memory = new(2 * length);
        Span<double> rates = memory.Span[..length], steps = memory.Span[length..];
        Repeat(features, rates, steps, options.Gain);
        for (int at = 0; at < spikes.Length; at += Lanes.Count)
            Lanes.Store(Spikes(rates, steps, at, options.InitialPhase), spikes, at);
    }

    /// <summary>
    /// Writes the ascending slots of the spikes and their values; returns false if there is not enough room for all of them.
    /// </summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static bool TryEncodeSlots(
        ReadOnlySpan<float> features, Span<int> slots, Span<float> values, RegularRateEncodingOptions options, out int count)
    {
        int length = Lanes.Count * features.Length, all = options.NumSteps * features.Length;
        using PooledSpan<double> memory = new(2 * length);
        Span<double> rates = memory.Span[..length], steps = memory.Span[length..];
        Repeat(features, rates, steps, options.Gain);
        Span<float> block = stackalloc float[Lanes.Count];
        count = 0;
        for (int at = 0; at < all; at += Lanes.Count)
        {
            Spikes(rates, steps, at, options.InitialPhase).CopyTo(block);
            if (!SpikeBuffers.TryPack(block[..Math.Min(block.Length, all - at)], at, slots, values, ref count))
                return false;
        }
        return true;
    }

    /// <summary>The rates and step numbers of the values of the first 16 steps, after which they repeat.</summary>
    private static void Repeat(ReadOnlySpan<float> features, Span<double> rates, Span<double> steps, double gain)
    {
        for (int at = 0; at < rates.Length; at++)
            (rates[at], steps[at]) = (features[at % features.Length] * gain, at / features.Length);
    }

    private static Vector512<float> Spikes(ReadOnlySpan<double> rates, ReadOnlySpan<double> steps, int at, double phase)
    {
        int first = at % rates.Length, half = first + Vector512<double>.Count;
        Vector512<double> before = Vector512.Create((double)(at / rates.Length * Lanes.Count));
        return LaneNarrowing.Narrow(
            Spikes(Vector512.Create(rates[first..]), Vector512.Create(steps[first..]) + before, phase),
            Spikes(Vector512.Create(rates[half..]), Vector512.Create(steps[half..]) + before, phase));
    }

    /// <summary>The spikes of steps; before the first one there are none.</summary>
    private static Vector512<double> Spikes(Vector512<double> rates, Vector512<double> steps, double phase) =>
        Vector512.Floor(rates * (steps + Vector512<double>.One) + Vector512.Create(phase))
        - Vector512.Floor(rates * steps + Vector512.Create(phase));
}
