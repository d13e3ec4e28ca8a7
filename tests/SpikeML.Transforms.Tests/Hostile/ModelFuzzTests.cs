using System.IO.Compression;
using Microsoft.ML;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Hostile;

/// <summary>Model files damaged in our part, or cut off anywhere: they load as what they were, or not at all.</summary>
/// <remarks>
/// ML.NET's own part (the schema of the input) is left alone: it has no checksum, and ML.NET's reader believes absurd counts in
/// it and then works on them for minutes. That cannot be mended from here.
/// </remarks>
public class ModelFuzzTests
{
    private const int MostBytes = 64 << 20;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_damaged_model_loads_as_what_it_was_or_not_at_all()
    {
        MLContext context = new(seed: 1);
        var models = ConformanceCases.All.Select(test =>
        {
            IDataView data = test.Valid(context);
            ITransformer transformer = test.Estimator(context).Fit(data);
            return (Data: data, File: ModelFile.Save(context, transformer, data.Schema),
                Spikes: RowValues.Spikes(transformer.Transform(data)));
        }).ToArray();

        FuzzBudget budget = new(1_000);
        foreach (Random random in budget.Inputs())
        {
            var (data, file, spikes) = models[random.Next(models.Length)];
            byte[] damaged = random.Next(10) == 0 ? file[..random.Next(file.Length)] : WithDamagedEncoder(file, random);
            budget.Count(Outcome(context, damaged, data, spikes));
        }
        budget.Report("model files");
    }

    private static string Outcome(MLContext context, byte[] file, IDataView data, List<(int, string)> spikes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Environment.TickCount64;
        ITransformer? loaded = null;
        try
        {
            loaded = ModelFile.Load(context, file);
        }
        catch (Exception error) when (
            error is not (OutOfMemoryException or InsufficientExecutionStackException or AccessViolationException))
        {
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.True(Environment.TickCount64 - start < Hang.TotalMilliseconds, "Loading hangs.");
        if (loaded is null)
            return "refused";
        Assert.Equal(spikes, RowValues.Spikes(loaded.Transform(data)));
        return "loaded as what they were";
    }

    private static byte[] WithDamagedEncoder(byte[] file, Random random)
    {
        using MemoryStream copy = new();
        copy.Write(file);
        using (ZipArchive zip = new(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = zip.GetEntry("TransformerChain/Model.key")!;
            byte[] content = new byte[entry.Length];
            using (Stream stream = entry.Open())
                stream.ReadExactly(content);
            entry.Delete();
            using Stream target = zip.CreateEntry("TransformerChain/Model.key").Open();
            target.Write(Damage.Of(content, random));
        }
        return copy.ToArray();
    }
}
