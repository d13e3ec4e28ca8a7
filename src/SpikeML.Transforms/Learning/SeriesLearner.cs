using System.Numerics;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Finds the options whose decoded series has the best signal-to-noise ratio over the data.</summary>
/// <remarks>One pass over the data takes a sample, on which the candidates are then compared.</remarks>
internal sealed class SeriesLearner<T> : ICodeLearner
    where T : unmanaged, INumber<T>
{
    private readonly FittedSeriesCode _code;
    private readonly string _columnName;
    private readonly int _numSteps;
    private readonly SeriesSample<T> _sample;
    private readonly SeriesStatistics<T> _statistics;

    public SeriesLearner(FittedSeriesCode code, string columnName, int numSteps)
    {
        (Code, _code, _columnName, _numSteps) = (code, code, columnName, numSteps);
        _sample = new SeriesSample<T>(numSteps, code.MaxFitRows);
        _statistics = new SeriesStatistics<T>(_sample, numSteps);
    }

    public string What => "the threshold of the best decoded signal";

    public SpikeCode Code { get; private set; }

    public void Add(in ColumnValues values)
    {
        _statistics.Add(values.As<T>());
        _sample.Add(values.As<T>());
    }

    public ICodeLearner? Next() => null;

    public void Complete(IHost host, CancellationToken cancellationToken)
    {
        void CheckAlive() => host.CheckAlive(cancellationToken);
        _statistics.CheckAlive = CheckAlive;
        // A trial of a single series of millions of steps takes seconds.
        Code = CancellableWork.Run(() => Best(host, CheckAlive, cancellationToken), CheckAlive);
    }

    private FittedSeriesCode Best(IHost host, Action checkAlive, CancellationToken cancellationToken)
    {
        FittedSeriesCode[] candidates = [.. _code.Candidates(_statistics)];
        double largest = Math.Max(Math.Abs(_statistics.Lowest), Math.Abs(_statistics.Highest));
        if (candidates.Length > 1)
            candidates = new ThresholdScreen<T>(candidates, _sample, largest, host, cancellationToken).Close();
        FittedSeriesCode best = candidates.Length == 1 ? candidates[0]
            : new SeriesRace<T>(candidates, _sample, _numSteps, host, cancellationToken).Winner();
        FitQuality.Warn(host, best, _columnName, _sample, _numSteps, checkAlive);
        return best;
    }
}
