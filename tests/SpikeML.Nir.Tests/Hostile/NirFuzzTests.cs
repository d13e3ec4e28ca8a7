using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SpikeML.Tests.Hostile;

namespace SpikeML.Nir.Tests.Hostile;

/// <summary>Files damaged in every way: they are read as a sound graph or refused, at a cost that they are worth.</summary>
public class NirFuzzTests
{
    /// <summary>No file of a test is worth more, so a number in it was believed.</summary>
    private const long MostBytes = 64 << 20;

    public static TheoryData<string> Files => ["written here", "gzip.nir", "latest.nir", "dense.nir"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Damaged_files_are_read_as_sound_graphs_or_refused(string file)
    {
        byte[] sound = Content(file);
        FuzzBudget budget = new(2_000);
        foreach (Random random in budget.Inputs())
            budget.Count(Outcome(Damage.Of(sound, random)));
        budget.Report(file);
    }

    /// <summary>A large size at one place after another; the library took memory for sizes in each part of a file.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_large_size_at_any_place_takes_no_memory(string file)
    {
        byte[] sound = Content(file);
        FuzzBudget budget = new(1_000);
        foreach (Random random in budget.Inputs())
        {
            byte[] damaged = (byte[])sound.Clone();
            Span<byte> place = damaged.AsSpan(random.Next(sound.Length - 4));
            BinaryPrimitives.WriteInt32LittleEndian(place, random.Next(1 << 28, int.MaxValue));
            budget.Count(Outcome(damaged));
        }
        budget.Report(file);
    }

    /// <summary>The parts of a file that have a size, the places in them, and bytes that make it large.</summary>
    public static TheoryData<string, string, string> Sizes => new()
    {
        { "names of links", "gzip.nir", "HEAP +8 000000700000" },
        { "texts", "gzip.nir", "GCOL +24 000000700000" },
        { "a chunk", "gzip.nir", "TREE\u0001 +24 00000070" },
        { "a chunk whose size reads as letters", "gzip.nir", "TREE\u0001 +24 41414141" },
        { "a name of a link with a size of 4 bytes", "latest.nir", "\u0001\0\u0004node +1 02" },
        { "a fill value", "gzip.nir", "\u0005\0\u0008\0\u0001\0\0\0\u0002 +12 00000070" },
        { "a table of blocks", "dense.nir", "FRHP +110 0040; FRHP +140 0010; FHDB +0 46484942" },
        { "nodes of a tree", "dense.nir", "BTHD +6 00000070; BTHD +12 0100; BTHD +24 0000; "
            + "BTLF +0 4254494E; BTIN +6 586600000000000000000004; BTIN +142 42544C460005" },
        { "a list of chunks", "dense.nir", "FAHD +8 00000060; FAHD +7 3E" },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_size_that_the_file_cannot_have_takes_no_memory(string part, string file, string places)
    {
        byte[] damaged = Content(file);
        foreach (string place in places.Split("; "))
        {
            string[] words = place.Split(' ');
            ReadOnlySpan<byte> name = Encoding.ASCII.GetBytes(words[0]);
            byte[] sound = (byte[])damaged.Clone();
            for (int at = 0, next; (next = sound.AsSpan(at).IndexOf(name)) >= 0; at += next + name.Length)
                Convert.FromHexString(words[2]).CopyTo(damaged, at + next + int.Parse(words[1], CultureInfo.InvariantCulture));
        }
        Assert.NotEqual(Content(file), damaged);
        Assert.StartsWith("refused", Outcome(damaged), StringComparison.Ordinal);
        Assert.NotEmpty(part);
    }

    /// <summary>Reads a file and checks how much memory that takes.</summary>
    private static string Outcome(byte[] damaged)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string outcome = Read(damaged);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        return outcome;
    }

    private static string Read(byte[] damaged)
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
