using System.Buffers.Binary;
using System.IO.Compression;

namespace SpikeML.Tests.Hostile;

/// <summary>
/// IDX and gzip files, damaged in every way: they are read right or refused, and never cost more memory than they are worth.
/// </summary>
public class IdxFuzzTests
{
    private const int MostBytesForNothing = 8 << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Damaged_files_are_read_right_or_refused(bool gzip)
    {
        FuzzBudget budget = new(gzip ? 10_000 : 100_000);
        foreach (Random random in budget.Inputs())
        {
            byte[] plain = Images(random.Next(0, 5), random.Next(1, 9), random.Next(1, 9), random);
            byte[] damaged = gzip ? Damage.Of(Gzip(plain), random) : Damage.Of(plain, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                IdxImages images = IdxReader.ReadImages(new MemoryStream(damaged));
                AssertRight(images, gzip ? Unzip(damaged) : damaged);
                budget.Count("read right");
            }
            catch (InvalidDataException error)
            {
                Assert.Contains("images", error.Message, StringComparison.Ordinal);
                budget.Count("refused");
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesForNothing);
        }
        budget.Report(gzip ? "gzipped IDX" : "IDX");
    }

    private static void AssertRight(IdxImages images, byte[] file)
    {
        Assert.Equal(0x803u, BinaryPrimitives.ReadUInt32BigEndian(file));
        Assert.Equal((long)file.Length, 16L + (long)images.Count * images.Rows * images.Columns);
        int pixels = images.Rows * images.Columns;
        for (int i = 0; i < images.Count; i++)
            Assert.True(images[i].SequenceEqual(file.AsSpan(16 + i * pixels, pixels)));
    }

    private static byte[] Images(int count, int rows, int columns, Random random)
    {
        byte[] file = new byte[16 + count * rows * columns];
        random.NextBytes(file);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x803);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(8), rows);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(12), columns);
        return file;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static byte[] Unzip(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..])
            return bytes;
        using MemoryStream stream = new();
        using (GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress))
            gzip.CopyTo(stream);
        return stream.ToArray();
    }
}
