namespace SpikeML;

/// <summary>The mean of the centres of one feature's fields, weighted with what their neurons fired.</summary>
internal ref struct CentreMean(GaussianFields fields)
{
    private double _weights, _sum;

    /// <summary>Adds the spikes of all fields at one step.</summary>
    public void Add(ReadOnlySpan<float> spikes, double weight)
    {
        for (int field = 0; field < spikes.Length; field++)
        {
            double own = spikes[field] != 0 ? weight : 0;
            _weights += own;
            _sum += own * fields.Centre(field);
        }
    }

    /// <summary>The mean; the middle of the range where no field fired.</summary>
    public readonly float Or(ValueRange range) => (float)(_weights > 0 ? _sum / _weights : ((double)range.Lowest + range.Highest) / 2);
}
