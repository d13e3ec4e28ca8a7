namespace SpikeML;

/// <summary>Spikes whose number is not known beforehand, but for the largest that it may be.</summary>
internal sealed class SpikeEventList(int largestCount)
{
    private const int FirstLength = 1 << 12;

    private SpikeEvent[] _spikes = GC.AllocateUninitializedArray<SpikeEvent>(Math.Min(largestCount, FirstLength));
    private int _count;

    /// <summary>Room for so many more.</summary>
    public Span<SpikeEvent> Room(int count)
    {
        if (_count + count > _spikes.Length)
            Array.Resize(ref _spikes, (int)Math.Min(largestCount, Math.Max(_count + count, 2L * _spikes.Length)));
        return _spikes.AsSpan(_count, count);
    }

    /// <summary>Adds what was written to the room.</summary>
    public void Advance(int count) => _count += count;

    public void Add(SpikeEvent spike)
    {
        Room(1)[0] = spike;
        Advance(1);
    }

    public void Clear() => _count = 0;

    public SpikeEvent[] ToArray() => _count == _spikes.Length ? _spikes : _spikes[.._count];
}
