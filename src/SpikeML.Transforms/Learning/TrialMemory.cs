namespace SpikeML;

/// <summary>Working memory for trying candidates, with what one candidate leaves in it for the next.</summary>
internal sealed class TrialMemory
{
    private double[] _numbers = [];
    private int _tile = -1, _content = -1;

    /// <summary>The current tile.</summary>
    public int Tile { get; set; }

    /// <summary>A number of uninitialized values.</summary>
    public Span<double> Numbers(int length)
    {
        if (_numbers.Length < length)
            _numbers = new double[length];
        _tile = -1;
        return _numbers.AsSpan(0, length);
    }

    /// <summary>
    /// A number of values that candidates with the same <see cref="FittedSeriesCode.SharedWork"/> share, and whether they have
    /// already been computed for this tile.
    /// </summary>
    public bool Shares(int content, int length, out Span<double> numbers)
    {
        bool shares = (_tile, _content) == (Tile, content);
        numbers = shares ? _numbers.AsSpan(0, length) : Numbers(length);
        (_tile, _content) = (Tile, content);
        return shares;
    }
}
