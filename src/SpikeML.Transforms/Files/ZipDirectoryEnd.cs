namespace SpikeML;

/// <summary>The end record of a zip file, which locates its directory (APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16).</summary>
internal static class ZipDirectoryEnd
{
    private const uint LargeMark = 0x06064B50, LocatorMark = 0x07064B50, Mark = 0x06054B50;
    private const ushort VersionOfLarge = 45;

    public static byte[] ToBytes(long members, long start, long length)
    {
        using MemoryStream end = new();
        using BinaryWriter writer = new(end);
        if (members >= ushort.MaxValue || start >= uint.MaxValue || length >= uint.MaxValue)
            WriteLarge(writer, members, start, length);
        writer.Write(Mark);
        writer.Write(0u);
        writer.Write((ushort)Math.Min(members, ushort.MaxValue));
        writer.Write((ushort)Math.Min(members, ushort.MaxValue));
        writer.Write((uint)Math.Min(length, uint.MaxValue));
        writer.Write((uint)Math.Min(start, uint.MaxValue));
        writer.Write((ushort)0);
        return end.ToArray();
    }

    private static void WriteLarge(BinaryWriter writer, long members, long start, long length)
    {
        const long RecordLength = 44;
        writer.Write(LargeMark);
        writer.Write(RecordLength);
        writer.Write(VersionOfLarge);
        writer.Write(VersionOfLarge);
        writer.Write(0L);
        writer.Write(members);
        writer.Write(members);
        writer.Write(length);
        writer.Write(start);
        writer.Write(LocatorMark);
        writer.Write(0u);
        writer.Write(start + length);
        writer.Write(1u);
    }
}
