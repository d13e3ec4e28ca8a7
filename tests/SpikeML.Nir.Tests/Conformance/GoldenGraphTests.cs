using System.Security.Cryptography;
using Microsoft.ML;
using SpikeML.Nir.Tests.Running;

namespace SpikeML.Nir.Tests.Conformance;

/// <summary>
/// Graphs saved by earlier versions, with what they must put out for ever. Golden/README.md has the rule for a new format.
/// </summary>
public class GoldenGraphTests
{
    private const string OutputVariable = "SPIKEML_GOLDEN_OUTPUT";
    private const int NumSteps = 20;

    // With these, there is a node of every type.
    private static readonly int[] Graphs = [1, 2, 5, 8, 11, 14];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Conformance", "Golden");

    public static TheoryData<string> Models => [.. Directory.EnumerateFiles(Folder, "*.zip", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path)).Order()];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_saved_graph_puts_out_what_it_put_out_when_it_was_saved(string model)
    {
        MLContext context = new();
        string path = Path.Combine(Folder, model);
        var transformer = (NirTransformer)context.Model.Load(path, out _);
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(path, ".txt")), Text(context, transformer));
    }

    [Fact]
    public void Every_golden_graph_is_there()
    {
        string[] expected = [.. from version in (string[])["v1", "v2"]
                                from seed in Graphs
                                select Path.Combine(version, $"graph-{seed}.zip")];
        Assert.Equal(expected.Order(StringComparer.Ordinal),
            Models.Select(row => (string)row.Data).Order(StringComparer.Ordinal));
        Assert.Equal(19,
            Graphs.SelectMany(seed => RandomGraph.Make(seed).Nodes.Values).Select(node => node.Type).Distinct().Count());
    }

    [Fact]
    public void New_golden_graphs_are_written_on_request()
    {
        string? folder = Environment.GetEnvironmentVariable(OutputVariable);
        Assert.SkipWhen(folder is null, $"Set {OutputVariable} to a folder to write golden graphs of the present format.");
        MLContext context = new(seed: 1);
        foreach (int seed in Graphs)
        {
            NirGraph graph = RandomGraph.Make(seed);
            NirTransformer transformer = context.Model.LoadNir(graph, SpikeRow.Column, new()
            {
                OutputMembraneColumnName = "Membranes",
                DelayedSynapses = seed % 2 == 1,
                Recordings = [.. graph.Nodes.Where(node => node.Value is NirNeurons)
                    .Select(node => new NirRecording(node.Key, node.Key, seed % 2 == 0))],
            });
            context.Model.Save(transformer, Data(context, graph).Schema, Path.Combine(folder, $"graph-{seed}.zip"));
            File.WriteAllText(Path.Combine(folder, $"graph-{seed}.txt"), Text(context, transformer));
        }
    }

    private static IDataView Data(MLContext context, NirGraph graph)
    {
        NirShape shape = graph.InputShape("in")!;
        return SpikeRow.View(context, [.. Enumerable.Range(0, 3).Select(row =>
            SpikeRow.Random(row, NumSteps * shape.Size, share: 0.2, isGraded: row == 2))], NumSteps, shape);
    }

    /// <summary>A line for each column and row, with a hash of its values.</summary>
    private static string Text(MLContext context, NirTransformer transformer)
    {
        IDataView output = transformer.Transform(Data(context, transformer.Graph));
        string[] columns =
            ["OutputSpikes", "Membranes", "Score", .. transformer.Reading.Recordings.Select(r => r.OutputColumnName)];
        return string.Concat(from column in columns
                             from row in SpikeRow.Read(output, column)
                             let hash = SHA256.HashData([.. row.SelectMany(BitConverter.GetBytes)])
                             select $"{column} {Convert.ToHexString(hash[..8])}\n");
    }
}
