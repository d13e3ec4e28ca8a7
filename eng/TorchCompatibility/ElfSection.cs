using System.Buffers.Binary;

/// <summary>A section of a 64-bit little-endian ELF file.</summary>
/// <param name="Offset">Where its bytes start in the file.</param>
/// <param name="Size">Their number.</param>
/// <param name="Link">The section that it refers to, such as the strings of a table of symbols.</param>
internal readonly record struct ElfSection(int Offset, int Size, int Link)
{
    /// <summary>The first section of a type.</summary>
    public static ElfSection Find(ReadOnlySpan<byte> image, uint type)
    {
        int count = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3C..]);
        for (int index = 0; index < count; index++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(image[(HeaderAt(image, index) + 4)..]) == type)
                return At(image, index);
        }
        throw new InvalidDataException($"The library has no section of type 0x{type:X}.");
    }

    public static ElfSection At(ReadOnlySpan<byte> image, int index)
    {
        ReadOnlySpan<byte> header = image[HeaderAt(image, index)..];
        return new ElfSection(
            checked((int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x18..])),
            checked((int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x20..])),
            BinaryPrimitives.ReadInt32LittleEndian(header[0x28..]));
    }

    private static int HeaderAt(ReadOnlySpan<byte> image, int index) =>
        checked((int)BinaryPrimitives.ReadUInt64LittleEndian(image[0x28..]))
            + index * BinaryPrimitives.ReadUInt16LittleEndian(image[0x3A..]);
}
