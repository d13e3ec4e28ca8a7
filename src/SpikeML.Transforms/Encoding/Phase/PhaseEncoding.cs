using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Phase coding (Kim et al. 2018): the spikes of a period are the feature's binary digits, worth 1/2, 1/4 and so on; the
/// pattern repeats after Period steps.
/// </summary>
/// <remarks>A feature of 1 is encoded as all ones, 1 - 2^-Period.</remarks>
public static class PhaseEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values in [0, 1].</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, PhaseEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeDense(features, spikes, options);
    }

    internal static void EncodeDense(ReadOnlySpan<float> features, Span<float> spikes, PhaseEncodingOptions options)
    {
        FeatureCheck.AllUnit(features);
        using PooledSpan<Vector512<int>> digits = new(Lanes.Vectors(features.Length));
        using PooledSpan<Vector512<float>> spare = new(digits.Span.Length);
        ToDigits(features, digits.Span, options.Period);
        for (int first = 0, phase = 0; first < spikes.Length; first += features.Length, phase = phase + 1 < options.Period
            ? phase + 1 : 0)
        {
            WriteStep(digits.Span, Digit(phase, options), DenseStep.Open(spikes, first, features.Length, spare.Span));
            DenseStep.Close(spikes, first, features.Length, spare.Span);
        }
    }

    /// <summary>Packs the slots of the first period; the slots of the others follow at equal distances.</summary>
    /// <returns>False where there is no room for all; the output is then undefined.</returns>
    internal static bool TryEncodeSlots(ReadOnlySpan<float> features, Span<int> slots, PhaseEncodingOptions options,
        out int count)
    {
        FeatureCheck.AllUnit(features);
        using PooledSpan<Vector512<int>> digits = new(Lanes.Vectors(features.Length));
        ToDigits(features, digits.Span, options.Period);
        int ofPeriod = 0, ofLastPeriod = 0;
        count = 0;
        for (int phase = 0; phase < Math.Min(options.Period, options.NumSteps); phase++)
        {
            if (!TryAddStep(digits.Span, Digit(phase, options), phase * features.Length, slots, ref ofPeriod))
                return false;
            if (phase < options.NumSteps % options.Period)
                ofLastPeriod = ofPeriod;
        }
        long all = (long)ofPeriod * (options.NumSteps / options.Period) + ofLastPeriod;
        if (all > slots.Length)
            return false;
        count = (int)all;
        Repeat(slots[..count], ofPeriod, options.Period * features.Length);
        return true;
    }

    /// <summary>The bit that fires at a phase.</summary>
    private static Vector512<int> Digit(int phase, PhaseEncodingOptions options) =>
        Vector512.Create(1 << (options.Period - 1 - phase));

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void WriteStep(ReadOnlySpan<Vector512<int>> digits, Vector512<int> digit, Span<Vector512<float>> spikes)
    {
        for (int i = 0; i < digits.Length; i++)
            spikes[i] = Vector512.Equals(digits[i] & digit, digit).AsSingle() & Vector512<float>.One;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool TryAddStep(ReadOnlySpan<Vector512<int>> digits, Vector512<int> digit, int firstSlot, Span<int> slots,
        ref int count)
    {
        Vector512<int> lanes = Lanes.Indices + Vector512.Create(firstSlot);
        int own = count;
        foreach (Vector512<int> block in digits)
        {
            if (!LanePacking.TryAdd(lanes, Vector512.Equals(block & digit, digit), slots, ref own))
                return false;
            lanes += Vector512.Create(Lanes.Count);
        }
        count = own;
        return true;
    }

    /// <summary>Repeats the slots at the front at equal distances.</summary>
    private static void Repeat(Span<int> slots, int length, int distance)
    {
        for (int done = length, offset = distance; done < slots.Length; done += length, offset += distance)
        {
            Span<int> next = slots.Slice(done, Math.Min(length, slots.Length - done));
            TensorPrimitives.Add(slots[..next.Length], offset, next);
        }
    }

    /// <summary>The binary digits of each feature as a whole number, followed by zeros.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ToDigits(ReadOnlySpan<float> features, Span<Vector512<int>> digits, int period)
    {
        Vector512<float> scale = Vector512.Create((float)(1 << period)), largest = scale - Vector512<float>.One;
        for (int i = 0; i < digits.Length; i++)
            digits[i] = Vector512.ConvertToInt32Native(Vector512.Min(Lanes.Load(features, i * Lanes.Count, padding: 0) * scale,
                largest));
    }

    /// <summary>
    /// Restores features: the sum of the weights of the first period's spikes, at most 2^-Period below the feature.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, PhaseEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, PhaseEncodingOptions options)
    {
        if (spikes.IsSparse)
            DecodeSparse(spikes.Slots, spikes.Values, features, options);
        else
            DecodeDense(spikes.Values, features, options);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void DecodeDense(ReadOnlySpan<float> spikes, Span<float> features, PhaseEncodingOptions options)
    {
        int numSteps = Math.Min(options.NumSteps, options.Period);
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            Vector512<double> lower = Vector512<double>.Zero, upper = lower;
            double weight = 0.5;
            for (int step = 0; step < numSteps; step++, weight /= 2)
            {
                ReadOnlySpan<float> own = spikes.Slice(step * features.Length, features.Length);
                (Vector512<double> left, Vector512<double> right) = Vector512.Widen(Lanes.Load(own, slot, padding: 0));
                lower += left * weight;
                upper += right * weight;
            }
            Lanes.Store(LaneNarrowing.Narrow(lower, upper), features, slot);
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void DecodeSparse(
        ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> features, PhaseEncodingOptions options)
    {
        using PooledSpan<double> memory = new(features.Length);
        Span<double> sums = memory.Span;
        sums.Clear();
        int end = Math.Min(options.NumSteps, options.Period) * features.Length;
        double weight = 0.5;
        for (int i = 0, start = 0; i < slots.Length && slots[i] < end; i++)
        {
            int own = SparseReadout.StartOfStep(slots[i], start, features.Length);
            if (own != start)
                (start, weight) = (own, Math.ScaleB(0.5, -(own / features.Length)));
            sums[slots[i] - start] += values[i] * weight;
        }
        DenseSums.Narrow(sums, features);
    }
}
