using System.IO.Compression;
using Microsoft.ML;
using SpikeML.Tests.Pipelines;

namespace SpikeML.Tests.Conformance;

/// <summary>Checks 11, 13, 19 and 20: saved models, prediction engines, and fitting as the host wants it.</summary>
internal static class ModelChecks
{
    public static void GivesTheSameInAnotherProcess(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        using TemporaryFolder folder = new();
        context.Model.Save(transformer, data.Schema, folder.File("model.zip"));
        using (FileStream stream = File.Create(folder.File("rows.idv")))
            context.Data.SaveAsBinary(data, stream);
        var expected = RowValues.Read(transformer.Transform(data), "Spikes").ToDictionary(row => row.Id, row => ModelReader.Hash(Convert.FromHexString(row.Value)));
        // MLContexts of three seeds in one process: starting one takes most of the time.
        ILookup<string, (int Id, string Hash)> read = ModelReader.Read(folder, "1,2,-", "Spikes");
        Assert.True(read.Count >= 3 * (test.CanBeCached ? 6 : 5));
        List<(int, string)> rows = [.. expected.Select(row => (row.Key, row.Value))];
        foreach (IGrouping<string, (int Id, string Hash)> way in read)
        {
            if (way.Key.StartsWith("shuffled-source", StringComparison.Ordinal))
                StreamChecks.AgreesUnlessOrderMatters(test, rows, [.. way]);
            else
                Assert.Equal(rows.Order(), way.Order());
        }
    }

    public static void PredictsWhatTheBatchGives(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        Dictionary<int, string> batch = RowValues.Read(transformer.Transform(data), "Spikes").ToDictionary(row => row.Id, row => row.Value);
        SampleRow[] rows = test.Rows(test.InputDimensions, ConformanceCase.RowCount);
        byte[] file = ModelFile.Save(context, transformer, data.Schema);
        if (test.Order != RowOrder.Irrelevant)
        {
            StreamChecks.PredictsInOrderWhatTheBatchGives(test, context, transformer, file, batch);
            return;
        }
        var predictor = (ITransformer model, MLContext host) => test.Predictor(host, model, SampleRow.Schema(test.InputDimensions));

        Func<SampleRow, string> fitted = predictor(transformer, context);
        Assert.All(rows.Concat(rows.Reverse()).Append(rows[0]), row => Assert.Equal(batch[row.Id], fitted(row)));
        Parallel.For(0, 6, worker =>
        {
            MLContext other = new(seed: worker);
            Func<SampleRow, string> loaded = predictor(ModelFile.Load(other, file), other);
            Assert.All(rows.Skip(worker * 7).Concat(rows), row => Assert.Equal(batch[row.Id], loaded(row)));
        });
    }

    public static void FitsAsTheHostWants(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        List<string> messages = [];
        context.Log += (_, entry) => { lock (messages) messages.Add(entry.Message); };
        test.Estimator(context).Fit(test.Valid(context));
        Assert.Contains(messages, message => message.Contains($"{ConformanceCase.RowCount} rows", StringComparison.Ordinal));

        IEstimator<ITransformer> cancelled = test.Estimator(context);
        IDataView data = test.Valid(context);
        context.CancelExecution();
        Assert.ThrowsAny<OperationCanceledException>(() => cancelled.Fit(data));
    }

    /// <summary>Every length that our part of the file can be cut to, a flipped bit in every byte of it, and a newer version.</summary>
    public static void RefusesADamagedFile(ConformanceCase test)
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
        // Where ML.NET's header keeps the version of our format, and the oldest version of a reader that can read it.
        newer[WrittenVersion] = newer[ReadableVersion] = 99;
        Assert.True(Refuses(context, WithEntry(file, newer)), "of a newer version");
    }

    private const int WrittenVersion = 0x48;
    private const int ReadableVersion = 0x4C;

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

    /// <summary>The same file with another content of our entry. Nothing is compressed: hundreds of such files are made for each estimator.</summary>
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
