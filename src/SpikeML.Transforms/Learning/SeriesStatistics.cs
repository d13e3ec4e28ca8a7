namespace SpikeML;

/// <summary>
/// What the candidates of fitting depend on: the range of one column's series, and the changes from step to step.
/// </summary>
internal sealed class SeriesStatistics
{
    private float _lowest = float.PositiveInfinity, _highest = float.NegativeInfinity;
    private long _changes;
    private double _mean, _spread;

    public double Lowest => _lowest;

    public double Highest => _highest;

    public double Range => Highest - Lowest;

    /// <summary>The mean of the changes; each series' last change counts twice, as in threshold-based representation.</summary>
    public double MeanChange => _mean;

    /// <summary>The sample deviation of the changes, over N - 1.</summary>
    public double ChangeDeviation => _changes > 1 ? Math.Sqrt(_spread / (_changes - 1)) : 0;

    public void Add(ReadOnlySpan<float> series, int neuronCount)
    {
        FeatureCheck.AllFinite(series);
        foreach (float value in series)
            (_lowest, _highest) = (Math.Min(_lowest, value), Math.Max(_highest, value));
        for (int slot = neuronCount; slot < series.Length; slot++)
        {
            double change = (double)series[slot] - series[slot - neuronCount];
            AddChange(change);
            if (slot >= series.Length - neuronCount)
                AddChange(change);
        }
    }

    private void AddChange(double change)
    {
        double deviation = change - _mean;
        _mean += deviation / ++_changes;
        _spread += deviation * (change - _mean);
    }
}
