namespace SpikeML;

/// <summary>
/// A sample of rows with a maximum size (reservoir sampling, always with the same draws), sixteen series side by side. Series of
/// a single neuron are combined from several rows, so they are tried as fast as series of many neurons.
/// </summary>
internal sealed class SeriesSample<T>(int numSteps, int maxRows)
    where T : unmanaged
{
    private readonly List<T[]> _tiles = [];
    private readonly Random _random = new(1);
    private long _rows;
    private int _neuronCount;

    /// <summary>The number of rows in the sample.</summary>
    public int RowCount => (int)Math.Min(_rows, maxRows);

    public int TileCount => _tiles.Count;

    public int RowLength => numSteps * _neuronCount;

    /// <summary>All tiles, always in the same random order, so that the first ones are like the rest.</summary>
    public int[] ShuffledTiles()
    {
        int[] tiles = [.. Enumerable.Range(0, TileCount)];
        new Random(1).Shuffle(tiles);
        return tiles;
    }

    /// <summary>The number of tiles on which all candidates are tried to find a favourite.</summary>
    public static int FirstTiles(int tileCount) => 1 + tileCount / 256;

    /// <summary>Sixteen series, all of the first step first; zeros beyond the last series.</summary>
    public ReadOnlySpan<T> Tile(int index) => _tiles[index];

    /// <summary>The number of series in a tile, at most sixteen.</summary>
    public int SeriesIn(int tile) =>
        (int)Math.Min(DoubleLanes.Count, (long)RowCount * _neuronCount - (long)tile * DoubleLanes.Count);

    public void Add(ReadOnlySpan<T> series)
    {
        _neuronCount = series.Length / numSteps;
        long place = _rows < maxRows ? _rows : _random.NextInt64(_rows + 1);
        _rows++;
        if (place >= maxRows)
            return;
        for (int neuron = 0; neuron < _neuronCount;)
        {
            Span<T> lanes = Lanes((int)place, neuron, out int count);
            for (int step = 0; step < numSteps; step++)
                series.Slice(step * _neuronCount + neuron, count).CopyTo(lanes[(step * DoubleLanes.Count)..]);
            neuron += count;
        }
    }

    /// <summary>Writes a row of the sample in its original form.</summary>
    public void CopyRow(int place, Span<T> series)
    {
        for (int neuron = 0; neuron < _neuronCount;)
        {
            ReadOnlySpan<T> lanes = Lanes(place, neuron, out int count);
            for (int step = 0; step < numSteps; step++)
                lanes.Slice(step * DoubleLanes.Count, count).CopyTo(series[(step * _neuronCount + neuron)..]);
            neuron += count;
        }
    }

    /// <summary>The lanes of a tile starting at a neuron, and the number of neurons of the same row in them.</summary>
    private Span<T> Lanes(int place, int neuron, out int count)
    {
        (long tile, long lane) = Math.DivRem((long)place * _neuronCount + neuron, DoubleLanes.Count);
        count = Math.Min(DoubleLanes.Count - (int)lane, _neuronCount - neuron);
        if (tile == _tiles.Count)
            _tiles.Add(new T[checked(numSteps * DoubleLanes.Count)]);
        return _tiles[(int)tile].AsSpan((int)lane);
    }
}
