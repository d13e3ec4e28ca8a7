using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>
/// The statistics that candidates depend on: the range of one column's series, and the changes from step to step in the sample.
/// </summary>
internal abstract class SeriesStatistics
{
    public double Lowest { get; protected set; } = double.PositiveInfinity;

    public double Highest { get; protected set; } = double.NegativeInfinity;

    /// <summary>Throws if fitting has been cancelled.</summary>
    public Action CheckAlive { protected get; set; } = () => { };

    public double Range => Highest - Lowest;

    /// <summary>Whether one number is below another in the precision of the series.</summary>
    public abstract bool AreApart(double lowest, double highest);

    /// <summary>
    /// The mean and the sample standard deviation (over N - 1) of the changes; the last change of each series counts twice, as in
    /// threshold-based representation.
    /// </summary>
    public abstract (double Mean, double Deviation) Changes();
}

/// <inheritdoc/>
internal sealed class SeriesStatistics<T>(SeriesSample<T> sample, int numSteps) : SeriesStatistics
    where T : unmanaged, INumber<T>
{
    public override bool AreApart(double lowest, double highest) =>
        ValueLanes.Wide(ValueLanes.Own<T>(lowest)) < ValueLanes.Wide(ValueLanes.Own<T>(highest));

    /// <summary>Adds a row to the range.</summary>
    public void Add(ReadOnlySpan<T> series)
    {
        FeatureCheck.AllFinite(series);
        Lowest = Math.Min(Lowest, ValueLanes.Wide(TensorPrimitives.Min(series)));
        Highest = Math.Max(Highest, ValueLanes.Wide(TensorPrimitives.Max(series)));
    }

    public override (double Mean, double Deviation) Changes()
    {
        (long Count, double Mean, double Spread) moments = default;
        T[] series = new T[sample.RowLength];
        for (int row = 0; row < sample.RowCount; row++)
        {
            CheckAlive();
            sample.CopyRow(row, series);
            moments = AddChanges(moments.Count, moments.Mean, moments.Spread, series, series.Length / numSteps);
        }
        return (moments.Mean, moments.Count > 1 ? Math.Sqrt(moments.Spread / (moments.Count - 1)) : 0);
    }

    /// <summary>Welford's running mean and variance, in registers, because every number has to wait for the one before.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static (long Count, double Mean, double Spread) AddChanges(
        long count, double mean, double spread, ReadOnlySpan<T> series, int neuronCount)
    {
        int last = series.Length - neuronCount;
        for (int slot = neuronCount; slot < series.Length; slot++)
        {
            double change = ValueLanes.Wide(series[slot]) - ValueLanes.Wide(series[slot - neuronCount]);
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
