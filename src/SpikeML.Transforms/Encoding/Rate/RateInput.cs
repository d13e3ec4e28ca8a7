namespace SpikeML;

/// <summary>
/// The input of a row's probabilities, value * gain + offset. An offset is a difference, so for a Double column it is applied
/// before values are rounded.
/// </summary>
internal readonly ref struct RateInput
{
    private readonly PooledSpan<float> _memory;
    private readonly bool _isComputed;

    public RateInput(scoped in ColumnValues features, RateEncodingOptions options)
    {
        Values = features.Singles;
        (Gain, Offset) = ((float)options.Gain, (float)options.Offset);
        if (!features.AreDoubles || options.Offset == 0)
            return;
        _memory = new(features.Length);
        _isComputed = true;
        for (int slot = 0; slot < features.Length; slot++)
            _memory.Span[slot] = (float)(features.Doubles[slot] * options.Gain + options.Offset);
        Values = _memory.Span;
        (Gain, Offset) = (1, 0);
    }

    public ReadOnlySpan<float> Values { get; }

    public float Gain { get; }

    public float Offset { get; }

    public void Dispose()
    {
        if (_isComputed)
            _memory.Dispose();
    }
}
