using System.Text;

namespace SpikeML;

/// <summary>
/// The entries of a member in a zip file: the header before it, and the record in the directory at the end (APPNOTE.TXT 6.3.10).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="IsStored">Whether the member is stored without compression.</param>
/// <param name="IsLarge">Whether the lengths may need 64 bits.</param>
/// <param name="HasDescriptor">
/// Whether the checksum and lengths follow the member, because its header could not be rewritten.
/// </param>
/// <param name="Offset">The position of the header.</param>
internal sealed record ZipMember(string Name, bool IsStored, bool IsLarge, bool HasDescriptor, long Offset)
{
    private const uint HeaderMark = 0x04034B50, DescriptorMark = 0x08074B50, DirectoryMark = 0x02014B50;
    private const ushort Version = 20, VersionOfLarge = 45, Utf8Names = 1 << 11, Descriptors = 1 << 3, Deflated = 8,
        LargeField = 1;

    // Zip files contain times; NumPy always uses this one, 1 January 1980.
    private const uint Dated = 0x00210000;

    public uint Checksum { get; init; }

    public long CompressedLength { get; init; }

    public long Length { get; init; }

    /// <summary>The header before the content.</summary>
    public byte[] ToHeader()
    {
        using MemoryStream header = new();
        using BinaryWriter writer = new(header);
        byte[] name = Encoding.UTF8.GetBytes(Name);
        writer.Write(HeaderMark);
        WriteCommon(writer, IsLarge, IsLarge);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)(IsLarge ? 20 : 0));
        writer.Write(name);
        if (IsLarge)
            WriteLarge(writer, Length, CompressedLength);
        return header.ToArray();
    }

    /// <summary>The checksum and lengths after the content.</summary>
    public byte[] ToDescriptor()
    {
        using MemoryStream descriptor = new();
        using BinaryWriter writer = new(descriptor);
        writer.Write(DescriptorMark);
        writer.Write(Checksum);
        foreach (long length in (long[])[CompressedLength, Length])
        {
            if (IsLarge)
                writer.Write(length);
            else
                writer.Write((uint)length);
        }
        return descriptor.ToArray();
    }

    /// <summary>The entry in the directory.</summary>
    public byte[] ToDirectoryEntry()
    {
        using MemoryStream entry = new();
        using BinaryWriter writer = new(entry);
        byte[] name = Encoding.UTF8.GetBytes(Name);
        long[] large = [.. ((long[])[Length, CompressedLength, Offset]).Where(value => value >= uint.MaxValue)];
        writer.Write(DirectoryMark);
        writer.Write(Version);
        WriteCommon(writer, Length >= uint.MaxValue, CompressedLength >= uint.MaxValue);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)(large.Length == 0 ? 0 : 4 + sizeof(long) * large.Length));
        // No comment, first disk, no attributes.
        writer.Write(new byte[10]);
        writer.Write((uint)Math.Min(Offset, uint.MaxValue));
        writer.Write(name);
        if (large.Length > 0)
            WriteLarge(writer, large);
        return entry.ToArray();
    }

    private void WriteCommon(BinaryWriter writer, bool isLengthLarge, bool isCompressedLengthLarge)
    {
        writer.Write(IsLarge || Offset >= uint.MaxValue ? VersionOfLarge : Version);
        writer.Write((ushort)((HasDescriptor ? Descriptors : 0) | (Ascii.IsValid(Name) ? 0 : Utf8Names)));
        writer.Write(IsStored ? (ushort)0 : Deflated);
        writer.Write(Dated);
        writer.Write(Checksum);
        writer.Write(isCompressedLengthLarge ? uint.MaxValue : (uint)CompressedLength);
        writer.Write(isLengthLarge ? uint.MaxValue : (uint)Length);
    }

    private static void WriteLarge(BinaryWriter writer, params ReadOnlySpan<long> values)
    {
        writer.Write(LargeField);
        writer.Write((ushort)(sizeof(long) * values.Length));
        foreach (long value in values)
            writer.Write(value);
    }
}
