namespace SpikeML.Nir;

/// <summary>
/// A graph as a chain from its input to its output, with feedback to neurons; nested graphs are part of the chain.
/// </summary>
/// <param name="Nodes">The nodes without input and output, in order.</param>
/// <param name="Feedback">
/// The nodes on the way back to neurons, by the neurons' name, and the node that each way begins at.
/// </param>
internal sealed record NirChain(IReadOnlyList<(string Name, NirNode Node)> Nodes,
    IReadOnlyDictionary<string, (string From, NirNode Node)> Feedback)
{
    /// <summary>Finds the chain.</summary>
    /// <exception cref="NotTrainableException">The graph has another form.</exception>
    public static NirChain Of(NirGraph graph)
    {
        (Dictionary<string, NirNode> nodes, List<NirEdge> edges) = Flat(graph, "");
        ILookup<string, string> next = edges.ToLookup(edge => edge.From, edge => edge.To);
        string[] inputs = [.. nodes.Where(node => node.Value is NirInput).Select(node => node.Key)];
        if (inputs.Length != 1)
            throw new NotTrainableException($"the graph has {inputs.Length} Input nodes");
        List<(string Name, NirNode Node)> chain = [];
        Dictionary<string, (string, NirNode)> feedback = [];
        for (string last = inputs[0]; ;)
        {
            string[] onwards = [.. next[last].Where(to => !LeadsBack(last, to))];
            if (onwards.Length != 1)
                throw new NotTrainableException($"'{last}' leads to {onwards.Length} nodes");
            last = onwards[0];
            if (nodes[last] is NirOutput)
                return new(chain, feedback);
            if (chain.Any(node => node.Name == last))
                throw new NotTrainableException($"a cycle ends at '{last}' without a node between");
            chain.Add((last, nodes[last]));
        }

        bool LeadsBack(string from, string to)
        {
            if (next[to].ToArray() is not [string end] || nodes[end] is not NirNeurons || !chain.Any(node => node.Name == end))
                return false;
            feedback[end] = (from, nodes[to]);
            return true;
        }
    }

    /// <summary>The nodes and edges with those of nested graphs, whose inputs and outputs are left out.</summary>
    private static (Dictionary<string, NirNode>, List<NirEdge>) Flat(NirGraph graph, string path)
    {
        Dictionary<string, NirNode> nodes = [];
        Dictionary<string, string[]> entries = [], exits = [];
        List<NirEdge> edges = [];
        foreach ((string name, NirNode node) in graph.Nodes)
        {
            if (node is not NirGraph nested)
            {
                nodes[path + name] = node;
                continue;
            }
            (Dictionary<string, NirNode> inner, List<NirEdge> innerEdges) = Flat(nested, $"{path}{name}/");
            string[] ends = [.. inner.Where(each => each.Value is NirInput or NirOutput).Select(each => each.Key)];
            entries[path + name] = [.. innerEdges.Where(edge => inner[edge.From] is NirInput).Select(edge => edge.To)];
            exits[path + name] = [.. innerEdges.Where(edge => inner[edge.To] is NirOutput).Select(edge => edge.From)];
            edges.AddRange(innerEdges.Where(edge => !ends.Contains(edge.From) && !ends.Contains(edge.To)));
            foreach ((string key, NirNode each) in inner.Where(each => !ends.Contains(each.Key)))
                nodes[key] = each;
        }
        foreach (NirEdge edge in graph.Edges)
        {
            foreach (string from in exits.GetValueOrDefault(path + edge.From, [path + edge.From]))
                edges.AddRange(entries.GetValueOrDefault(path + edge.To, [path + edge.To]).Select(to => new NirEdge(from, to)));
        }
        return (nodes, edges);
    }
}
