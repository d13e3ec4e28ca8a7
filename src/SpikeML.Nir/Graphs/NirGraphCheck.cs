namespace SpikeML.Nir;

/// <summary>What is wrong with nodes and edges, in sentences that name them; null if nothing is.</summary>
internal static class NirGraphCheck
{
    public static string? NodeFault(string name, NirNode? node, bool isTaken)
    {
        if (NirName.Fault(name) is { } nameFault)
            return $"The node name '{name}' {nameFault}.";
        if (isTaken)
            return $"Two nodes are named '{name}'.";
        if (node is null)
            return $"The node '{name}' is null.";
        return node.Fault() is { } fault ? $"The node '{name}' ({node.Type}) {fault}." : null;
    }

    public static string? EdgeFault(IReadOnlyDictionary<string, NirNode> nodes, IReadOnlyList<NirEdge> edges)
    {
        foreach (NirEdge edge in edges)
        {
            if ((Missing(edge.From) ?? Missing(edge.To)) is { } missing)
                return $"The edge {edge} names a node that is missing: '{missing}'.{Known(nodes)}";
            if (nodes[edge.To] is NirInput)
                return $"The edge {edge} ends at an Input node, which takes in nothing from the graph.";
            if (nodes[edge.From] is NirOutput)
                return $"The edge {edge} begins at an Output node, which puts out nothing into the graph.";
        }
        if (edges.Count == 0)
            return "The graph has no edges.";
        return nodes.Values.Any(node => node is NirInput) ? nodes.Values.Any(node => node is NirOutput) ? null
            : "The graph has no Output node. Add one, with an edge from the node that puts out the result."
            : "The graph has no Input node. Add one, with an edge to the first node.";

        string? Missing(string? name) => name is not null && nodes.ContainsKey(name) ? null : name ?? "null";
    }

    private static string Known(IReadOnlyDictionary<string, NirNode> nodes) =>
        nodes.Count is 0 or > 20 ? "" : $" The nodes are {string.Join(", ", nodes.Keys)}.";
}
