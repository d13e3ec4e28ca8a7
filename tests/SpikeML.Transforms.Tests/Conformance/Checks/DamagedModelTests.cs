using System.IO.Compression;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>A model file that is cut, has a flipped bit or is of a newer version is refused, or loads as what it was.</summary>
public class DamagedModelTests
{
    [Theory(SkipTestWithoutData = true)]
    [Cases(Check.DamagedModels)]
    public void Damaged_model_is_refused(string estimator) => Verify(ConformanceCases.Find(estimator));

    // Where ML.NET's header keeps the version of our format, and the oldest version of a reader that can read it.
    private const int WrittenVersion = 0x48;
    private const int ReadableVersion = 0x4C;

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        byte[] file = ModelFile.Save(context, transformer, data.Schema);
        byte[] entry = ReadEntry(file);
        var expected = RowValues.Read(transformer.Transform(data), "Spikes");

        for (int length = 0; length < entry.Length; length += 3)
            Assert.True(Refuses(context, WithEntry(file, entry[..length])), $"cut to {length} bytes");
        for (int position = 0; position < entry.Length; position++)
        {
            byte[] flipped = [.. entry];
            flipped[position] ^= (byte)(1 << (position % 8));
            // ML.NET's header has bytes that mean nothing to a reader: such a file must load as what it was.
            if (!Refuses(context, WithEntry(file, flipped)))
                Assert.Equal(expected, RowValues.Read(ModelFile.Load(context, WithEntry(file, flipped)).Transform(data), "Spikes"));
        }
        byte[] newer = [.. entry];
        newer[WrittenVersion] = newer[ReadableVersion] = 99;
        Assert.True(Refuses(context, WithEntry(file, newer)), "of a newer version");
    }

    private static bool Refuses(MLContext context, byte[] file)
    {
        try
        {
            ModelFile.Load(context, file);
            return false;
        }
        catch (Exception error)
        {
            for (; error.InnerException is not null && error is not FormatException; error = error.InnerException)
            {
            }
            // The last of these comes from the runtime, when the name of the assembly to load is damaged.
            Assert.True(error is FormatException or InvalidOperationException or IOException or ArgumentException, error.ToString());
            return true;
        }
    }

    private static string EntryName(ZipArchive zip) =>
        zip.Entries.Select(entry => entry.FullName).Single(name => name == "TransformerChain/Model.key");

    private static byte[] ReadEntry(byte[] file)
    {
        using ZipArchive zip = new(new MemoryStream(file));
        using Stream stream = zip.GetEntry(EntryName(zip))!.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] WithEntry(byte[] file, byte[] content)
    {
        using MemoryStream copy = new();
        using (ZipArchive zip = new(new MemoryStream(file)), damaged = new(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            string ours = EntryName(zip);
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                using Stream source = entry.Open(), target = damaged.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                if (entry.FullName == ours)
                    target.Write(content);
                else
                    source.CopyTo(target);
            }
        }
        return copy.ToArray();
    }
}
