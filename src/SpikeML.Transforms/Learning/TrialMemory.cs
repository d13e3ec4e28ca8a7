namespace SpikeML;

/// <summary>Memory in which candidates are tried, and what the last one left in it for the next.</summary>
internal sealed class TrialMemory
{
    private double[] _numbers = [];
    private int _tile = -1, _content = -1;

    /// <summary>The tile that is at hand.</summary>
    public int Tile { get; set; }

    /// <summary>So many numbers, whatever they are.</summary>
    public Span<double> Numbers(int length)
    {
        if (_numbers.Length < length)
            _numbers = new double[length];
        _tile = -1;
        return _numbers.AsSpan(0, length);
    }

    /// <summary>
    /// So many numbers that candidates of the same <see cref="FittedSeriesCode.SharedWork"/> share; tells whether they are there
    /// for this tile already.
    /// </summary>
    public bool Shares(int content, int length, out Span<double> numbers)
    {
        bool shares = (_tile, _content) == (Tile, content);
        numbers = shares ? _numbers.AsSpan(0, length) : Numbers(length);
        (_tile, _content) = (Tile, content);
        return shares;
    }
}
