using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// What the candidates of fitting depend on: the range of one column's series, and the changes from step to step in the sample.
/// </summary>
internal sealed class SeriesStatistics(SeriesSample sample, int numSteps)
{
    private float _lowest = float.PositiveInfinity, _highest = float.NegativeInfinity;

    public double Lowest => _lowest;

    public double Highest => _highest;

    public double Range => Highest - Lowest;

    /// <summary>Adds a row to the range.</summary>
    public void Add(ReadOnlySpan<float> series)
    {
        FeatureCheck.AllFinite(series);
        _lowest = Math.Min(_lowest, TensorPrimitives.Min(series));
        _highest = Math.Max(_highest, TensorPrimitives.Max(series));
    }

    /// <summary>
    /// The mean of the changes, and their sample deviation, over N - 1; each series' last change counts twice, as in
    /// threshold-based representation.
    /// </summary>
    public (double Mean, double Deviation) Changes()
    {
        (long Count, double Mean, double Spread) moments = default;
        float[] series = new float[sample.RowLength];
        for (int row = 0; row < sample.RowCount; row++)
        {
            sample.CopyRow(row, series);
            moments = AddChanges(moments.Count, moments.Mean, moments.Spread, series, series.Length / numSteps);
        }
        return (moments.Mean, moments.Count > 1 ? Math.Sqrt(moments.Spread / (moments.Count - 1)) : 0);
    }

    /// <summary>Welford's running mean and spread, in registers: every number has to wait for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Count, double Mean, double Spread) AddChanges(
        long count, double mean, double spread, ReadOnlySpan<float> series, int neuronCount)
    {
        int last = series.Length - neuronCount;
        for (int slot = neuronCount; slot < series.Length; slot++)
        {
            double change = (double)series[slot] - series[slot - neuronCount];
            for (int times = slot < last ? 1 : 2; times > 0; times--)
            {
                double deviation = change - mean;
                mean += deviation / ++count;
                spread += deviation * (change - mean);
            }
        }
        return (count, mean, spread);
    }
}
