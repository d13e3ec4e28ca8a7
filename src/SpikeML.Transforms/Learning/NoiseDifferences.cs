namespace SpikeML;

/// <summary>
/// By how much candidates have more noise than the favourite on the same tiles: from those that every candidate runs on and a
/// random sample of the others, whether they have more on all.
/// </summary>
internal sealed class NoiseDifferences(int candidates)
{
    /// <summary>The fewest tiles whose spread says enough.</summary>
    private const int FewestTiles = 48;

    /// <summary>Chance alone takes the mean of a sample so far from that of all once in about a billion times.</summary>
    private const double StandardErrors = 6;

    private readonly double[] _favourites = new double[candidates], _known = new double[candidates];
    private readonly double[] _sums = new double[candidates], _squares = new double[candidates];
    private readonly int[] _counts = new int[candidates];

    /// <summary>Adds a candidate's noise on one tile, and the favourite's.</summary>
    public void Add(int candidate, double noise, double favourite, bool isSampled)
    {
        double difference = noise - favourite;
        _favourites[candidate] += favourite;
        if (!isSampled)
        {
            _known[candidate] += difference;
            return;
        }
        _sums[candidate] += difference;
        _squares[candidate] += difference * difference;
        _counts[candidate]++;
    }

    /// <summary>
    /// Whether a candidate's noise is above the favourite's by more than chance explains, and by such a part of the favourite's.
    /// </summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="part">The part.</param>
    /// <param name="tiles">The number of tiles that are sampled.</param>
    public bool AreAbove(int candidate, double part, int tiles)
    {
        int count = _counts[candidate];
        if (count < FewestTiles || _known[candidate] + _sums[candidate] <= part * _favourites[candidate])
            return false;
        double mean = _sums[candidate] / count, variance = (_squares[candidate] / count - mean * mean) * count / (count - 1);
        double least = mean - StandardErrors * Math.Sqrt(Math.Max(0, variance) / count);
        return _known[candidate] + tiles * least > 0;
    }
}
