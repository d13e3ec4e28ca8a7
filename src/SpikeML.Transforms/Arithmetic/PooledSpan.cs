using System.Buffers;

namespace SpikeML;

/// <summary>Memory of the shared pool for as long as a kernel runs: <c>using PooledSpan&lt;int&gt; steps = new(length);</c></summary>
/// <remarks>It holds whatever it was last used for.</remarks>
internal readonly ref struct PooledSpan<T>
    where T : unmanaged
{
    private readonly T[] _rented;

    public PooledSpan(int length)
    {
        _rented = ArrayPool<T>.Shared.Rent(length);
        Span = _rented.AsSpan(0, length);
    }

    public Span<T> Span { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(_rented);
}
