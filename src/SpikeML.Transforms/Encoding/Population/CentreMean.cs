using System.Numerics;
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
        using PooledSpan<Mean> means = new(features.Length);
        // The position of a centre does not depend on the width.
        ReceptiveFieldEncoding.ToFields(ranges, options.NumFields, widthFactor: 1, fields.Span);
        means.Span.Clear();
        if (spikes.IsSparse)
            Add(spikes.Slots, spikes.Values, weight, fields.Span, options, means.Span);
        else
            Add(spikes.Values, weight, fields.Span, options, means.Span);
        for (int slot = 0; slot < features.Length; slot++)
            features[slot] = means.Span[slot].Or(ranges[ranges.Length == 1 ? 0 : slot]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(ReadOnlySpan<float> spikes, Func<int, int, double> weight, ReadOnlySpan<GaussianFields> fields,
        PopulationCode options, Span<Mean> means)
    {
        int width = means.Length * options.NumFields;
        for (int step = 0, start = 0; start < spikes.Length; step++, start += width)
            Add(spikes.Slice(start, width), weight(step, options.NumSteps), fields, options.NumFields, means);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Func<int, int, double> weight,
        ReadOnlySpan<GaussianFields> fields, PopulationCode options, Span<Mean> means)
    {
        int width = means.Length * options.NumFields, start = -width;
        double own = 0;
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] - start >= width)
            {
                int step = slots[i] / width;
                (start, own) = (step * width, weight(step, options.NumSteps));
            }
            if (values[i] != 0)
                Add(slots[i] - start, own, fields, options.NumFields, means);
        }
    }

    /// <summary>Adds the spikes of all fields at one step; most fields are silent.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(ReadOnlySpan<float> spikes, double weight, ReadOnlySpan<GaussianFields> fields, int fieldCount,
        Span<Mean> means)
    {
        for (int first = 0; first < spikes.Length; first += Lanes.Count)
        {
            for (uint spiking = Lanes.NotZero(spikes, first); spiking != 0; spiking &= spiking - 1)
                Add(first + BitOperations.TrailingZeroCount(spiking), weight, fields, fieldCount, means);
        }
    }

    private static void Add(int neuron, double weight, ReadOnlySpan<GaussianFields> fields, int fieldCount, Span<Mean> means)
    {
        int slot = neuron / fieldCount;
        means[slot].Add(fields[fields.Length == 1 ? 0 : slot].Centre(neuron - slot * fieldCount), weight);
    }

    private struct Mean
    {
        private double _weights, _sum;

        public void Add(double centre, double weight)
        {
            _weights += weight;
            _sum += weight * centre;
        }

        /// <summary>The mean, or the middle of the range if no field fired.</summary>
        public readonly float Or(ValueRange range) =>
            (float)(_weights > 0 ? _sum / _weights : (range.Lowest + range.Highest) / 2);
    }
}
