using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Finds the candidate with the least noise, or the first of several equal ones.</summary>
/// <remarks>
/// The signal is the same for all, so the least noise is the best signal-to-noise ratio. Noise only grows from series to series:
/// after a trial of all on a few, the best of them runs on all series, and every other one is left as soon as it has more noise
/// than that. Candidates that are so close that the order of summation could decide are then compared by
/// <see cref="CloseRace{T}"/>.
/// Of a code whose trials cost more than its encoding, a candidate is also left as soon as a random sample of the series says
/// that it has more noise: see <see cref="NoiseDifferences"/>.
/// </remarks>
internal sealed class SeriesRace<T>
    where T : unmanaged
{
    /// <summary>More than the rounding errors of two sums together.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>The maximum number of candidates that share work on a tile.</summary>
    private const int MostTogether = 16;

    private readonly FittedSeriesCode[] _candidates;
    private readonly SeriesSample<T> _sample;
    private readonly int _numSteps;
    private readonly IHost _host;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _tiles;
    private readonly double[] _noise, _ofFavourite;
    private readonly bool[] _isOnAll;
    private readonly NoiseDifferences _differences;
    private readonly Lock _lock = new();
    private double _least = double.PositiveInfinity;
    private int? _favourite;
    private int _firstSampled;
    private long _tried;

    public SeriesRace(
        FittedSeriesCode[] candidates, SeriesSample<T> sample, int numSteps, IHost host, CancellationToken cancellationToken)
    {
        (_candidates, _sample, _numSteps, _host, _cancellationToken) = (candidates, sample, numSteps, host, cancellationToken);
        _noise = new double[candidates.Length];
        _isOnAll = new bool[candidates.Length];
        _ofFavourite = new double[sample.TileCount];
        _differences = new NoiseDifferences(candidates.Length);
        _tiles = sample.ShuffledTiles();
    }

    public FittedSeriesCode Winner()
    {
        using IProgressChannel progress = _host.StartProgressChannel("Fitting a series code");
        long all = (long)_candidates.Length * _tiles.Length;
        progress.SetHeader(new ProgressHeader(["trials"]), entry => entry.SetProgress(0, Interlocked.Read(ref _tried), all));
        int first = SeriesSample<T>.FirstTiles(_tiles.Length);
        int[] everyone = [.. Enumerable.Range(0, _candidates.Length)];
        Run(everyone, 0, first);
        int favourite = Array.IndexOf(_noise, _noise.Min());
        _favourite = favourite;
        Run([favourite], first, _tiles.Length);
        PutLoudFirst(first);
        Run([.. everyone.Where(candidate => candidate != favourite)], first, _tiles.Length);
        progress.Checkpoint(all);
        int[] close = [.. everyone.Where(candidate => _isOnAll[candidate] && !IsWorse(candidate, _least))];
        return new CloseRace<T>(_sample, _numSteps, CheckAlive).Winner(
            [.. close.Select(candidate => _candidates[candidate])], [.. close.Select(candidate => _noise[candidate])]);
    }

    /// <summary>
    /// Puts the series first that the favourite does badly on: where few of them decide, no sample of the others may.
    /// </summary>
    private void PutLoudFirst(int first)
    {
        double loud = 2 * _noise[_favourite!.Value] / _tiles.Length;
        int[] rest = _tiles[first..];
        int[] ordered = [.. rest.Where(tile => _ofFavourite[tile] > loud), .. rest.Where(tile => _ofFavourite[tile] <= loud)];
        ordered.CopyTo(_tiles, first);
        _firstSampled = first + rest.Count(tile => _ofFavourite[tile] > loud);
    }

    private bool IsWorse(int candidate, double least) => _noise[candidate] > least * (1 + Tolerance);

    /// <summary>Runs candidates on tiles, on all threads; candidates that share work run together.</summary>
    private void Run(int[] candidates, int firstTile, int endTile)
    {
        int[][] teams = [.. candidates.GroupBy(candidate => _candidates[candidate].SharedWork)
            .SelectMany(group => group.Chunk(group.Key is null ? 1 : MostTogether))];
        Parallel.ForEach(teams, (team, state) =>
        {
            if (!TryRun([.. team], firstTile, endTile))
                state.Stop();
        });
        CheckAlive();
    }

    /// <summary>
    /// Runs candidates on tiles until all are worse than one that ran on all tiles; returns false if cancelled.
    /// </summary>
    private bool TryRun(List<int> team, int firstTile, int endTile)
    {
        TrialMemory memory = new();
        for (int place = firstTile; place < endTile && team.Count > 0; place++)
        {
            memory.Tile = _tiles[place];
            foreach (int candidate in team)
            {
                if (_host.IsCancelled(_cancellationToken))
                    return false;
                Add(candidate, memory, isSampled: place >= _firstSampled);
            }
            Interlocked.Add(ref _tried, team.Count);
            int left = team.RemoveAll(candidate =>
                IsWorse(candidate, Volatile.Read(ref _least))
                    || _differences.AreAbove(candidate, Tolerance, _tiles.Length - _firstSampled));
            Interlocked.Add(ref _tried, (long)left * (_tiles.Length - place - 1));
        }
        if (endTile == _tiles.Length)
            Finish(team);
        return true;
    }

    private void Add(int candidate, TrialMemory memory, bool isSampled)
    {
        double noise = NoiseOf(candidate, memory);
        _noise[candidate] += noise;
        if (candidate == _favourite)
            _ofFavourite[memory.Tile] = noise;
        else if (_favourite is not null && _candidates[candidate].IsCostlyToTry)
            _differences.Add(candidate, noise, _ofFavourite[memory.Tile], isSampled);
    }

    private double NoiseOf(int candidate, TrialMemory memory)
    {
        DoubleLanes lanes = _candidates[candidate].Noise(_sample.Tile(memory.Tile), memory);
        Span<double> each = stackalloc double[DoubleLanes.Count];
        lanes.CopyTo(each);
        double sum = 0;
        foreach (double noise in each[.._sample.SeriesIn(memory.Tile)])
            sum += noise;
        return sum;
    }

    private void Finish(List<int> team)
    {
        lock (_lock)
        {
            foreach (int candidate in team)
            {
                _isOnAll[candidate] = true;
                Volatile.Write(ref _least, Math.Min(_least, _noise[candidate]));
            }
        }
    }

    private void CheckAlive() => _host.CheckAlive(_cancellationToken);
}
