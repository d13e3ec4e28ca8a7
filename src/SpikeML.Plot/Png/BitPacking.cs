using System.Buffers.Binary;

namespace SpikeML.Plot.Png;

/// <summary>Packs small numbers into bytes, the first in the highest bits, as in PNG.</summary>
internal static class BitPacking
{
    /// <summary>The number of bits needed for a number of values: 1, 2, 4 or 8.</summary>
    public static int BitsFor(int values) => values <= 2 ? 1 : values <= 4 ? 2 : values <= 16 ? 4 : 8;

    public static int BytesFor(int count, int bits) => (count * bits + 7) / 8;

    public static void Pack(ReadOnlySpan<byte> values, int bits, Span<byte> packed)
    {
        if (bits == 8)
        {
            values.CopyTo(packed);
            return;
        }
        int perByte = 8 / bits, whole = 0;
        if (bits == 1)
        {
            // The product moves the lowest bits of eight bytes into its highest byte.
            for (; whole < values.Length / 8; whole++)
                packed[whole] = (byte)(BinaryPrimitives.ReadUInt64LittleEndian(values[(8 * whole)..]) * 0x8040201008040201 >> 56);
        }
        packed[whole..BytesFor(values.Length, bits)].Clear();
        for (int i = whole * perByte; i < values.Length; i++)
            packed[i / perByte] |= (byte)(values[i] << (8 - bits - i % perByte * bits));
    }
}
