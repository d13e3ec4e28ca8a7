using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Finds the thresholds that can have the least noise, before <see cref="SeriesRace{T}"/> decides among them.
/// </summary>
/// <remarks>
/// Many thresholds are tried at once on each tile, in single precision. By how much that can be off is known, so the best
/// threshold always stays. Noise only grows from tile to tile: once one threshold ran on all tiles, every other is left as soon
/// as it surely has more noise than that.
/// </remarks>
internal sealed class ThresholdScreen<T>
    where T : unmanaged
{
    private const int Rounds = 48;

    /// <summary>Where squares neither overflow in single precision nor get lost.</summary>
    private const double SmallestMagnitude = 1e-12, LargestMagnitude = 1e15;

    private readonly FittedSeriesCode[] _candidates;
    private readonly SeriesSample<T> _sample;
    private readonly IHost _host;
    private readonly CancellationToken _cancellationToken;
    private readonly double[] _noise;
    private readonly double _uncertainty;
    private readonly ThresholdGroup<T>[] _groups;
    private readonly int[] _tiles;
    private readonly Lock _lock = new();
    private long _tried;

    /// <param name="candidates">The candidates, those of equal noise in the order in which they are preferred.</param>
    /// <param name="sample">The series.</param>
    /// <param name="largest">The largest magnitude of their values.</param>
    /// <param name="host">Asked whether to go on, and told how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ThresholdScreen(FittedSeriesCode[] candidates, SeriesSample<T> sample, double largest, IHost host,
        CancellationToken cancellationToken)
    {
        (_candidates, _sample, _host, _cancellationToken) = (candidates, sample, host, cancellationToken);
        _noise = new double[candidates.Length];
        _groups = largest is >= SmallestMagnitude and <= LargestMagnitude ? ThresholdGroup<T>.Of(candidates, largest) : [];
        _uncertainty = ThresholdNoise.Absolute * largest * Math.Sqrt((double)sample.RowCount * sample.RowLength);
        _tiles = sample.ShuffledTiles();
    }

    /// <summary>The candidates that can be the best, in order; all where the code's thresholds cannot be screened.</summary>
    public FittedSeriesCode[] Close()
    {
        if (_groups.Length == 0)
            return _candidates;
        using IProgressChannel progress = _host.StartProgressChannel("Screening thresholds");
        long all = (long)_candidates.Length * _tiles.Length;
        progress.SetHeader(new ProgressHeader(["trials"]), entry => entry.SetProgress(0, Interlocked.Read(ref _tried), all));
        int[] close = Screen();
        progress.Checkpoint(all);
        return [.. close.Select(candidate => _candidates[candidate])];
    }

    private int[] Screen()
    {
        int next = SeriesSample<T>.FirstTiles(_tiles.Length);
        int[] everyone = [.. Enumerable.Range(0, _candidates.Length)];
        Run(everyone, 0, next);
        int favourite = Array.IndexOf(_noise, _noise.Min());
        Run([favourite], next, _tiles.Length);
        double least = Most(favourite);
        int[] left = [.. everyone.Where(candidate => candidate != favourite && Least(candidate) <= least)];
        int round = Math.Max(2 * Environment.ProcessorCount, _tiles.Length / Rounds);
        for (; next < _tiles.Length; next += round)
        {
            int end = Math.Min(next + round, _tiles.Length);
            Run(left, next, end);
            int[] stay = [.. left.Where(candidate => Least(candidate) <= least)];
            Interlocked.Add(ref _tried, (long)(left.Length - stay.Length) * (_tiles.Length - end));
            left = stay;
        }
        least = Math.Min(least, left.Length == 0 ? least : left.Min(Most));
        // Those without spikes decode to the same: the first of them stands for all.
        HashSet<int> silent = [.. _groups.SelectMany(group => group.Silent)];
        int[] close = [.. left.Append(favourite).Where(candidate => Least(candidate) <= least).Order()];
        return [.. close.Where(candidate => !silent.Contains(candidate) || candidate == close.First(silent.Contains))];
    }

    /// <summary>The least that a candidate's noise can be, whatever was rounded.</summary>
    private double Least(int candidate) =>
        Square(Math.Max(0, Math.Sqrt(_noise[candidate]) * (1 - ThresholdNoise.Relative) - _uncertainty));

    /// <summary>The most that a candidate's noise can be.</summary>
    private double Most(int candidate) =>
        Square(Math.Sqrt(_noise[candidate]) * (1 + ThresholdNoise.Relative) + _uncertainty);

    private static double Square(double number) => number * number;

    /// <summary>Runs candidates on tiles, in as many threads as there are cores.</summary>
    private void Run(int[] candidates, int firstTile, int endTile)
    {
        HashSet<int> own = [.. candidates];
        ThresholdGroup<T>[] groups = [.. _groups.Select(group => group.With(own)).Where(group => group.Count > 0)];
        int next = firstTile;
        Parallel.For(0, Math.Min(Environment.ProcessorCount, endTile - firstTile), _ =>
        {
            ScreenMemory memory = new(_sample.Tile(0).Length, groups.Length, _noise.Length);
            for (int place = Interlocked.Increment(ref next) - 1; place < endTile; place = Interlocked.Increment(ref next) - 1)
            {
                Try(groups, _sample.Tile(_tiles[place]), memory);
                Interlocked.Add(ref _tried, candidates.Length);
            }
            lock (_lock)
            {
                for (int i = 0; i < groups.Length; i++)
                    groups[i].Note(memory.Largest[i]);
                foreach (int candidate in candidates)
                    _noise[candidate] += memory.Noise[candidate];
            }
        });
        _host.CheckAlive(_cancellationToken);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Try(ThresholdGroup<T>[] groups, ReadOnlySpan<T> tile, ScreenMemory memory)
    {
        Span<float> distances = memory.Distances;
        DoubleLanes first = TrialNoise.First(tile), squares = DoubleLanes.Zero;
        for (int at = 0; at < tile.Length; at += DoubleLanes.Count)
        {
            DoubleLanes distance = first - ValueLanes.Load(tile, at);
            squares += distance * distance;
            distance.Narrow().CopyTo(distances[at..]);
        }
        double silence = Vector512.Sum(squares.Lower + squares.Upper);
        for (int i = 0; i < groups.Length && !_host.IsCancelled(_cancellationToken); i++)
        {
            float largest = groups[i].AddNoise(tile, distances, silence, memory, memory.Noise);
            memory.Largest[i] = Math.Max(memory.Largest[i], largest);
        }
    }
}
