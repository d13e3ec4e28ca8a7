using System.Buffers.Binary;

namespace SpikeML;

/// <summary>The checksum of zip files (ISO 3309, reversed polynomial 0xEDB88320), eight bytes at a time.</summary>
internal struct Crc32()
{
    private const int Slices = 8;
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[][] Tables = MakeTables();
    private uint _state = uint.MaxValue;

    /// <summary>The checksum of all bytes so far.</summary>
    public readonly uint Value => ~_state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint state = _state;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state,
                high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][(byte)high] ^ Tables[2][(byte)(high >> 8)] ^ Tables[1][(byte)(high >> 16)] ^ Tables[0][high >> 24];
        }
        foreach (byte value in bytes)
            state = Tables[0][(byte)(state ^ value)] ^ state >> 8;
        _state = state;
    }

    /// <summary>Combines the checksums of two consecutive parts, so they can be computed in parallel.</summary>
    public static uint Combine(uint beginning, uint end, long endLength)
    {
        // Moves the first checksum over the bytes that follow it: a product with x^(8 n), from squares of x^8.
        uint square = 1u << 23;
        for (; endLength > 0; endLength >>= 1, square = Product(square, square))
        {
            if ((endLength & 1) != 0)
                beginning = Product(square, beginning);
        }
        return beginning ^ end;
    }

    /// <summary>
    /// The product of two polynomials with bits as coefficients, the highest bit for x^0, modulo the checksum's own.
    /// </summary>
    private static uint Product(uint first, uint second)
    {
        uint product = 0;
        for (uint bit = 1u << 31; bit != 0; bit >>= 1)
        {
            if ((first & bit) != 0)
                product ^= second;
            second = (second & 1) != 0 ? Polynomial ^ second >> 1 : second >> 1;
        }
        return product;
    }

    /// <summary>Table k moves a byte over the k zero bytes that follow it.</summary>
    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Slices).Select(_ => new uint[256])];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? Polynomial ^ crc >> 1 : crc >> 1;
            tables[0][value] = crc;
        }
        for (int slice = 1; slice < Slices; slice++)
        {
            for (int value = 0; value < 256; value++)
                tables[slice][value] = tables[0][(byte)tables[slice - 1][value]] ^ tables[slice - 1][value] >> 8;
        }
        return tables;
    }
}
