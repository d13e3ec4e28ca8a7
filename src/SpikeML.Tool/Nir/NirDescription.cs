using Microsoft.ML;
using SpikeML.Nir;

namespace SpikeML.Tool.Nir;

/// <summary>A graph in lines: its nodes in the order in which data flows, its metadata, and what to know about it.</summary>
internal static class NirDescription
{
    public static IEnumerable<string> Lines(NirGraph graph, MLContext context)
    {
        yield return $"graph: {graph}{(graph.Version is { } version ? $", NIR {version}" : "")}";
        foreach (string line in Nodes(graph, ""))
            yield return line;
        foreach ((string key, object value) in graph.Metadata)
            yield return $"{key}: {(value is IEnumerable<string> names ? string.Join(", ", names) : value)}";
        foreach ((string node, string does) in NirApproximation.Of(graph))
            yield return $"approximate: in '{node}', {does} in the network that was saved";
        foreach (string note in graph.Notes)
            yield return $"note: {note}";
        if (Unknown(graph) is { } unknown)
            yield return unknown;
        yield return graph.TryGetSpikingNetwork(context, out _, out string? reason)
            ? "SpikeML's trainers make such networks: they can be trained further"
            : $"SpikeML's trainers make no such networks: {reason}";
    }

    /// <summary>The nodes of types that snnTorch's import does not have, in a line; or null.</summary>
    public static string? Unknown(NirGraph graph)
    {
        string[] nodes = [.. Unknown(graph, "")];
        return nodes.Length == 0 ? null : $"snnTorch's import does not have {string.Join(", ", nodes)}";
    }

    private static IEnumerable<string> Unknown(NirGraph graph, string path) => graph.Nodes.SelectMany(node => node.Value switch
    {
        NirGraph nested => Unknown(nested, $"{path}{node.Key}/"),
        NirInput or NirOutput or NirAffine or NirLinear or NirConv2d or NirAvgPool2d or NirFlatten or NirIf or NirLif
            or NirCubaLif => [],
        _ => (string[])[$"{node.Value.Type} ('{path}{node.Key}')"],
    });

    private static IEnumerable<string> Nodes(NirGraph graph, string indent)
    {
        foreach (string name in InOrder(graph))
        {
            NirNode node = graph.Nodes[name];
            string[] to = [.. graph.Edges.Where(edge => edge.From == name).Select(edge => edge.To)];
            yield return $"{indent}  {name}: {node.Type} {graph.InputShape(name)} to {graph.OutputShape(name)}"
                + (to.Length > 0 ? $", then {string.Join(", ", to)}" : "");
            foreach ((string field, NirArray values) in node.Arrays)
                yield return $"{indent}    {field}: {values}";
            foreach (string line in node is NirGraph nested ? Nodes(nested, indent + "  ") : [])
                yield return line;
        }
    }

    /// <summary>The names from the inputs along the edges; last those that nothing leads to.</summary>
    private static IEnumerable<string> InOrder(NirGraph graph)
    {
        ILookup<string, string> next = graph.Edges.ToLookup(edge => edge.From, edge => edge.To);
        HashSet<string> seen = [];
        Queue<string> open = new(graph.Nodes.Where(node => node.Value is NirInput).Select(node => node.Key)
            .Concat(graph.Nodes.Keys));
        while (open.TryDequeue(out string? name))
        {
            if (!seen.Add(name))
                continue;
            yield return name;
            // What follows comes before the nodes that nothing has led to yet.
            open = new([.. next[name], .. open]);
        }
    }
}
