using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>The mean of the centres of each feature's fields, weighted by the spikes of their neurons.</summary>
internal static class CentreMean
{
    /// <summary>Restores all features, with one weight per step.</summary>
    public static void Decode(
        in SpikeValues spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges, PopulationCode options,
        Func<int, int, double> weight)
    {
        using PooledSpan<GaussianFields> fields = new(ranges.Length);
        using PooledSpan<double> numbers = new(CentreSums.Room(features.Length, ranges.Length, options.NumFields));
        using PooledSpan<ulong> bits = new(FieldBits.Room(features.Length, options.NumFields));
        // The position of a centre does not depend on the width.
        ReceptiveFieldEncoding.ToFields(ranges, options.NumFields, widthFactor: 1, fields.Span);
        CentreSums sums = new(numbers.Span, features.Length, fields.Span, options.NumFields);
        if (spikes.IsSparse)
            Add(spikes.Slots, spikes.Values, weight, options, ref sums, bits.Span);
        else
            Add(spikes.Values, weight, options, ref sums, bits.Span);
        for (int slot = 0; slot < features.Length; slot++)
            features[slot] = sums.Mean(slot, ranges[ranges.Length == 1 ? 0 : slot]);
    }

    private static void Add(ReadOnlySpan<float> spikes, Func<int, int, double> weight, PopulationCode options,
        ref CentreSums sums, Span<ulong> bits)
    {
        bits.Clear();
        for (int step = 0, start = 0; start < spikes.Length; step++, start += sums.NeuronCount)
        {
            FieldBits.Of(spikes.Slice(start, sums.NeuronCount), bits);
            sums.AddStep(bits, weight(step, options.NumSteps));
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Add(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Func<int, int, double> weight,
        PopulationCode options, ref CentreSums sums, Span<ulong> bits)
    {
        for (int next = 0, start = 0; next < slots.Length;)
        {
            start = SparseReadout.StartOfStep(slots[next], start, sums.NeuronCount);
            double own = weight(start / sums.NeuronCount, options.NumSteps);
            if (SparseSteps.AreMany(slots, next, start, sums.NeuronCount))
            {
                next = FieldBits.Of(slots, values, next, start, sums.NeuronCount, bits);
                sums.AddStep(bits, own);
                continue;
            }
            next = sums.AddSpikes(slots, values, next, start, own);
        }
    }
}
