using SpikeML.Tests.Hostile;

namespace SpikeML.Nir.Tests.Models;

/// <summary>Graphs in model files.</summary>
public class NirNodeLoadingTests
{
    [Fact]
    public void Load_gives_back_every_type_of_node_in_its_order_with_version_and_notes()
    {
        NirGraph graph = ExampleGraphs.OfEveryType() with { Version = "0.2", Notes = ["a note"] };
        NirGraph loaded = Load(Saved(graph));
        Assert.Equal(graph, loaded);
        Assert.Equal(graph.Nodes.Keys, loaded.Nodes.Keys);
        Assert.Equal(graph.Edges, loaded.Edges);
        Assert.Equal(("0.2", "a note"), (loaded.Version, Assert.Single(loaded.Notes)));
    }

    [Fact]
    public void Load_gives_back_metadata_with_an_array_of_no_dimensions()
    {
        NirGraph graph = ExampleGraphs.OfEveryType() with
        {
            Metadata = new Dictionary<string, object> { ["scalar"] = NirArray.Of([0.5f], []), ["empty"] = Array.Empty<string>() },
        };
        Assert.Equal(graph, Load(Saved(graph)));
    }

    [Fact]
    public void Load_refuses_graphs_that_lie_too_deep_in_others()
    {
        NirGraph graph = ExampleGraphs.OfEveryType();
        for (int depth = 0; depth < 40; depth++)
        {
            graph = new(new Dictionary<string, NirNode>
            {
                ["in"] = ExampleGraphs.Input(2, 9, 8),
                ["graph"] = graph,
                ["out"] = ExampleGraphs.Output(4),
            }, [new("in", "graph"), new("graph", "out")]);
        }
        byte[] saved = Saved(graph);
        Assert.Throws<EndOfStreamException>(() => Load(saved));
    }

    [Fact]
    public void Load_of_damaged_bytes_takes_memory_in_proportion_to_them()
    {
        byte[] sound = Saved(ExampleGraphs.OfEveryType());
        FuzzBudget budget = new(5_000);
        foreach (Random random in budget.Inputs())
        {
            byte[] damaged = Damage.Of(sound, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            budget.Count(Outcome(damaged));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
        }
        budget.Report("a graph in a model file");
    }

    private static string Outcome(byte[] damaged)
    {
        try
        {
            NirGraph graph = Load(damaged);
            Assert.Equal(graph, Load(Saved(graph)));
            return "read";
        }
        catch (Exception error) when (error is FormatException or IOException or ArgumentException or OverflowException)
        {
            return "refused";
        }
    }

    private static byte[] Saved(NirGraph graph)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
            writer.Save(graph);
        return stream.ToArray();
    }

    private static NirGraph Load(byte[] saved)
    {
        using BinaryReader reader = new(new MemoryStream(saved));
        return reader.LoadGraph();
    }
}
