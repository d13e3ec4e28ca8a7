using SpikeML.Tests.Hostile;

namespace SpikeML.Nir.Tests.Hostile;

/// <summary>Files damaged in every way: they are read as a sound graph or refused, at a cost that they are worth.</summary>
public class NirFuzzTests
{
    /// <summary>The HDF5 library takes memory for a size that it reads, though it does not touch it: one array at most.</summary>
    private const long MostBytesForNothing = (1L << 31) + (64 << 20);

    public static TheoryData<string> Files => ["written here", "gzip.nir", "latest.nir"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Damaged_files_are_read_as_sound_graphs_or_refused(string file)
    {
        byte[] sound = Content(file);
        FuzzBudget budget = new(2_000);
        foreach (Random random in budget.Inputs())
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            budget.Count(Outcome(Damage.Of(sound, random)));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesForNothing);
        }
        budget.Report(file);
    }

    private static string Outcome(byte[] damaged)
    {
        try
        {
            NirGraph graph = NirGraph.Read(new MemoryStream(damaged));
            using MemoryStream again = new();
            graph.Write(again);
            again.Position = 0;
            Assert.Equal(graph, NirGraph.Read(again));
            return "read";
        }
        catch (FormatException error)
        {
            return error.Message.Contains("HDF5", StringComparison.Ordinal) ? "refused as a file" : "refused as a graph";
        }
    }

    private static byte[] Content(string file)
    {
        if (file.EndsWith(".nir", StringComparison.Ordinal))
            return File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", file));
        using MemoryStream stream = new();
        ExampleGraphs.OfEveryType().Write(stream);
        return stream.ToArray();
    }
}
