using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// Memory from the shared pool for as long as a kernel runs: <c>using PooledSpan&lt;int&gt; steps = new(length);</c>
/// </summary>
/// <remarks>
/// It is not cleared. It is aligned to 512-bit vectors as long as the garbage collector does not move it, because vectors that
/// cross cache lines take twice as long.
/// </remarks>
internal readonly ref struct PooledSpan<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly byte[] _rented;

    public PooledSpan(int length)
    {
        int bytes = checked(length * Unsafe.SizeOf<T>());
        _rented = ArrayPool<byte>.Shared.Rent(bytes + Alignment);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetArrayDataReference(_rented));
        Span = MemoryMarshal.Cast<byte, T>(_rented.AsSpan((int)(-address & (Alignment - 1)), bytes));
    }

    public Span<T> Span { get; }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_rented);
}
