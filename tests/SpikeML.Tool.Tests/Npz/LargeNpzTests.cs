using System.IO.Compression;

namespace SpikeML.Tool.Tests.Npz;

public class LargeNpzTests
{
    [Fact]
    public void Headers_of_members_beyond_4_GB_are_read()
    {
        using MemoryStream stream = new();
        using (ZipFileWriter zip = new(stream, Compression.Fastest, Workers.None))
        {
            // Room is made for lengths of 64 bits before anything is known of the content.
            using (Stream large = zip.Begin("large", 5_000_000_000))
                large.Write([1, 2, 3]);
            using (Stream small = zip.Begin("small", 1))
                small.Write([4]);
        }
        using ZipArchive read = new(stream);
        Assert.Equal([3, 1], read.Entries.Select(entry => entry.Length));
        foreach (ZipArchiveEntry entry in read.Entries)
        {
            using Stream content = entry.Open();
            Assert.Equal(entry.FullName == "large" ? 1 : 4, content.ReadByte());
        }
    }

    [Theory]
    [InlineData(70_000, 100L, 3_500_000L)]
    [InlineData(2, 5_000_000_000L, 120L)]
    [InlineData(65_535, 4_294_967_295L, 4_294_967_295L)]
    public void Directory_end_holds_what_16_and_32_bits_do_not(long members, long start, long length)
    {
        byte[] end = ZipDirectoryEnd.ToBytes(members, start, length);
        Assert.Equal(56 + 20 + 22, end.Length);
        Assert.Equal(members, BitConverter.ToInt64(end, 32));
        Assert.Equal(length, BitConverter.ToInt64(end, 40));
        Assert.Equal(start, BitConverter.ToInt64(end, 48));
        Assert.Equal(start + length, BitConverter.ToInt64(end, 56 + 8));
    }

    [Fact]
    public void Directory_entry_holds_lengths_and_offsets_beyond_4_GB()
    {
        ZipMember member = new("a", false, true, false, 6_000_000_000) { Length = 5_000_000_000, CompressedLength = 7 };
        byte[] entry = member.ToDirectoryEntry();
        Assert.Equal(uint.MaxValue, BitConverter.ToUInt32(entry, 24));
        Assert.Equal(7u, BitConverter.ToUInt32(entry, 20));
        Assert.Equal(uint.MaxValue, BitConverter.ToUInt32(entry, 42));
        Assert.Equal([5_000_000_000, 6_000_000_000], [BitConverter.ToInt64(entry, 46 + 1 + 4),
            BitConverter.ToInt64(entry, 46 + 1 + 12)]);
    }
}
