using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Candidates that compare the same deviations with thresholds of their own, lower ones first.</summary>
internal sealed class ThresholdGroup<T>
    where T : unmanaged
{
    private readonly Deviations<T> _deviations;
    private readonly StrongBox<float> _largest;
    private readonly int[] _candidates;
    private readonly float[] _bounds, _thresholds;

    private ThresholdGroup(Deviations<T> deviations, StrongBox<float> largest,
        (int Candidate, float Bound, float Threshold)[] own)
    {
        (_deviations, _largest) = (deviations, largest);
        Array.Sort(own, (one, other) => one.Bound.CompareTo(other.Bound));
        _candidates = [.. own.Select(each => each.Candidate)];
        // The last one is repeated to fill up those that are tried together.
        IEnumerable<(int Candidate, float Bound, float Threshold)> padding =
            own.Length == 0 ? [] : Enumerable.Repeat(own[^1], ThresholdNoise.Together - 1);
        _bounds = [.. own.Select(each => each.Bound), .. padding.Select(each => each.Bound)];
        _thresholds = [.. own.Select(each => each.Threshold), .. padding.Select(each => each.Threshold)];
    }

    /// <summary>The number of candidates.</summary>
    public int Count => _candidates.Length;

    /// <summary>The candidates without a spike on any tile that was tried.</summary>
    public IEnumerable<int> Silent => _candidates.Where((_, place) => _bounds[place] >= _largest.Value);

    /// <summary>The groups of all candidates; none where some cannot be tried so.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ThresholdGroup<T>[] Of(FittedSeriesCode[] candidates, double largest)
    {
        List<ThresholdGroup<T>> groups = [];
        foreach (IGrouping<int?, int> own in Enumerable.Range(0, candidates.Length)
            .GroupBy(candidate => candidates[candidate].SharedWork))
        {
            double[] thresholds = [.. own.Select(candidate => (candidates[candidate] as IThresholdCode)?.GivenThreshold ?? 0)];
            if ((candidates[own.First()] as IThresholdCode)?.MakeDeviations<T>(thresholds, largest) is not { } deviations)
                return [];
            groups.Add(new ThresholdGroup<T>(deviations, new StrongBox<float>(),
                [.. own.Select((candidate, i) => (candidate, deviations.Bound(i), (float)thresholds[i]))]));
        }
        return [.. groups];
    }

    /// <summary>The group of some of its candidates.</summary>
    public ThresholdGroup<T> With(HashSet<int> candidates) => new(_deviations, _largest,
        [.. Enumerable.Range(0, Count).Where(place => candidates.Contains(_candidates[place]))
            .Select(place => (_candidates[place], _bounds[place], _thresholds[place]))]);

    /// <summary>Adds the candidates' noise on a tile.</summary>
    /// <param name="tile">Sixteen series.</param>
    /// <param name="distances">The first value of each less each of its values.</param>
    /// <param name="silence">The noise of a threshold without spikes.</param>
    /// <param name="room">Memory of its own.</param>
    /// <param name="noise">The sums of all candidates.</param>
    /// <returns>The largest magnitude of the tile's deviations.</returns>
    public float AddNoise(
        ReadOnlySpan<T> tile, ReadOnlySpan<float> distances, double silence, ScreenMemory room, Span<double> noise)
    {
        Span<float> deviations = room.Deviations;
        _deviations.Write(tile, deviations, room.Numbers);
        float largest = ThresholdNoise.Largest(deviations);
        Span<double> own = stackalloc double[ThresholdNoise.Together];
        int at = 0;
        for (; at < Count && _bounds[at] < largest; at += own.Length)
        {
            own.Clear();
            ThresholdNoise.Add(deviations, distances, _bounds.AsSpan(at), _thresholds.AsSpan(at), own);
            for (int i = 0; i < own.Length && at + i < Count; i++)
                noise[_candidates[at + i]] += own[i];
        }
        for (; at < Count; at++)
            noise[_candidates[at]] += silence;
        return largest;
    }

    /// <summary>Takes note of the largest magnitude on some tiles; one thread at a time.</summary>
    public void Note(float largest) => _largest.Value = Math.Max(_largest.Value, largest);
}
