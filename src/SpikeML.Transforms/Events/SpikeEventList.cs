using System.Buffers;

namespace SpikeML;

/// <summary>Spikes whose number is not known beforehand, but for the largest that it may be; in memory that is reused.</summary>
internal sealed class SpikeEventList(int largestCount) : IDisposable
{
    private const int FirstLength = 1 << 12;

    private SpikeEvent[] _spikes = ArrayPool<SpikeEvent>.Shared.Rent(Math.Min(largestCount, FirstLength));
    private int _count;

    /// <summary>Room for a number of further spikes.</summary>
    public Span<SpikeEvent> Room(int count)
    {
        if (_count + count > _spikes.Length)
            Grow(_count + count);
        return _spikes.AsSpan(_count, count);
    }

    /// <summary>Appends what was written to that room.</summary>
    public void Advance(int count) => _count += count;

    public void Add(SpikeEvent spike)
    {
        Room(1)[0] = spike;
        Advance(1);
    }

    public void Clear() => _count = 0;

    /// <summary>The spikes in an array of their own.</summary>
    public SpikeEvent[] ToArray() => _spikes[.._count];

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<SpikeEvent>.Shared.Return(_spikes);

    private void Grow(int least)
    {
        int length = (int)Math.Min(largestCount, Math.Max(least, 2L * _spikes.Length));
        SpikeEvent[] larger = ArrayPool<SpikeEvent>.Shared.Rent(length);
        _spikes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<SpikeEvent>.Shared.Return(_spikes);
        _spikes = larger;
    }
}
