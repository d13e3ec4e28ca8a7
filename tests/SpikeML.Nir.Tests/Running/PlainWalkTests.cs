using Microsoft.ML;

namespace SpikeML.Nir.Tests.Running;

/// <summary>Graphs give what a plain walk through the format's equations gives, in every node, bit for bit.</summary>
public class PlainWalkTests
{
    private const int NumSteps = 30;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_node_puts_out_what_a_plain_walk_gives(int seed)
    {
        NirGraph graph = RandomGraph.Make(seed);
        NirShape shape = graph.InputShape("in")!;
        float[] row = SpikeRow.Random(seed, NumSteps * shape.Size, share: 0.25, isGraded: seed % 2 == 0);
        bool isDelayed = seed % 5 == 0;
        PlainWalk<float> walk = new(graph, RandomGraph.TimeStep, isDelayed);
        for (int step = 0; step < NumSteps; step++)
            walk.Step(row[(step * shape.Size)..((step + 1) * shape.Size)]);

        MLContext context = new(seed: 1);
        var all = walk.All().ToArray();
        NirTransformer model = context.Model.LoadNir(RandomGraph.Shuffled(graph, seed), SpikeRow.Column, new()
        {
            DelayedSynapses = isDelayed,
            Recordings = [.. all.SelectMany(node => (NirRecording[])[new(node.Name, $"{node.Name}-out"),
                new(node.Name, $"{node.Name}-membrane", IsMembrane: true)])],
        });
        IDataView output = model.Transform(SpikeRow.View(context, [row, row], NumSteps, shape));
        foreach ((string name, List<float[]> outputs, List<float[]> membranes) in all)
        {
            float[] expected = [.. outputs.SelectMany(values => values)];
            Assert.All(SpikeRow.Read(output, $"{name}-out"), values => Equal(name, expected, values));
            // What passes values on has the membranes of the node that computes them.
            if (graph.Nodes.GetValueOrDefault(name) is NirNeurons)
                Assert.All(SpikeRow.Read(output, $"{name}-membrane"), values =>
                    Equal(name, [.. membranes.SelectMany(values => values)], values));
        }
    }

    [Fact]
    public void The_random_graphs_have_nodes_of_every_type_and_all_of_them_are_active()
    {
        NirGraph[] graphs = [.. Seeds.Select(seed => RandomGraph.Make(seed.Data))];
        IEnumerable<NirNode> nodes = graphs.SelectMany(graph => graph.Nodes.Values);
        Assert.Equal(typeof(NirNode).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(NirNode)) && type is { IsAbstract: false, IsPublic: true })
            .Select(type => type.Name).Order(), nodes.Select(node => node.GetType().Name).Distinct().Order());
        Assert.Contains(graphs, graph => graph.Edges.Any(edge => edge.From == edge.To));
    }

    private static void Equal(string name, float[] expected, float[] values)
    {
        int differs = Enumerable.Range(0, expected.Length).FirstOrDefault(i => expected[i] != values[i], -1);
        Assert.True(differs < 0, $"'{name}' differs at {differs}: expected {(differs < 0 ? 0 : expected[differs]):R}, "
            + $"got {(differs < 0 ? 0 : values[differs]):R}.");
    }
}
