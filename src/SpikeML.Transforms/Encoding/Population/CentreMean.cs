namespace SpikeML;

/// <summary>The mean of the centres of one feature's fields, weighted with what their neurons fired.</summary>
internal ref struct CentreMean(GaussianFields fields)
{
    private double _weights, _sum;

    /// <summary>Restores all features, with a weight for each step of so many.</summary>
    public static void Decode(
        ReadOnlySpan<float> spikes, Span<float> features, ReadOnlySpan<ValueRange> ranges, PopulationCode options, Func<int, int, double> weight)
    {
        int fieldCount = options.NumFields;
        FeatureCodeCheck.Decoding(features, spikes, (long)options.NumSteps * fieldCount);
        ValueRanges.Check(features, ranges);
        for (int slot = 0; slot < features.Length; slot++)
        {
            ValueRange range = ranges[ranges.Length == 1 ? 0 : slot];
            CentreMean mean = new(new GaussianFields(fieldCount, widthFactor: 1, range.Lowest, range.Highest));
            for (int step = 0; step < options.NumSteps; step++)
                mean.Add(spikes.Slice((step * features.Length + slot) * fieldCount, fieldCount), weight(step, options.NumSteps));
            features[slot] = mean.Or(range);
        }
    }

    /// <summary>Adds the spikes of all fields at one step.</summary>
    private void Add(ReadOnlySpan<float> spikes, double weight)
    {
        for (int field = 0; field < spikes.Length; field++)
        {
            double own = spikes[field] != 0 ? weight : 0;
            _weights += own;
            _sum += own * fields.Centre(field);
        }
    }

    /// <summary>The mean; the middle of the range where no field fired.</summary>
    private readonly float Or(ValueRange range) => (float)(_weights > 0 ? _sum / _weights : ((double)range.Lowest + range.Highest) / 2);
}
