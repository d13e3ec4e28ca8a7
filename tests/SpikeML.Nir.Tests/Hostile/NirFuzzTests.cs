using System.Buffers.Binary;
using System.Text;
using SpikeML.Tests.Hostile;

namespace SpikeML.Nir.Tests.Hostile;

/// <summary>Files damaged in every way: they are read as a sound graph or refused, at a cost that they are worth.</summary>
public class NirFuzzTests
{
    /// <summary>
    /// The HDF5 library takes memory for the length of a name or of a fill value that it reads, though it does not touch it.
    /// </summary>
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

    /// <summary>The place of a size behind the name of a block: of names, of texts, of a chunk of values.</summary>
    [Theory]
    [InlineData("HEAP", 8)]
    [InlineData("GCOL", 24)]
    [InlineData("TREE\u0001", 24)]
    public void A_size_that_the_file_cannot_have_takes_no_memory(string block, int offset)
    {
        byte[] damaged = Content("gzip.nir");
        ReadOnlySpan<byte> name = Encoding.ASCII.GetBytes(block);
        for (int at = 0, next; (next = damaged.AsSpan(at).IndexOf(name)) >= 0; at += next + name.Length)
            BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(at + next + offset), 1_900_000_000);
        Assert.NotEqual(Content("gzip.nir"), damaged);
        long before = GC.GetAllocatedBytesForCurrentThread();
        FormatException error = Assert.Throws<FormatException>(() => NirGraph.Read(new MemoryStream(damaged)));
        Assert.Contains("damaged or cut off", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
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
