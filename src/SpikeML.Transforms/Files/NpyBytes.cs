using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>The byte order of numbers.</summary>
internal static class NpyBytes
{
    /// <summary>Reverses the bytes of each number.</summary>
    public static void Reverse(Span<byte> numbers, int size)
    {
        switch (size)
        {
            case sizeof(short):
                Span<short> shorts = MemoryMarshal.Cast<byte, short>(numbers);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case sizeof(int):
                Span<int> ints = MemoryMarshal.Cast<byte, int>(numbers);
                BinaryPrimitives.ReverseEndianness(ints, ints);
                break;
            case sizeof(long):
                Span<long> longs = MemoryMarshal.Cast<byte, long>(numbers);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
        }
    }
}
