namespace SpikeML.Nir;

/// <summary>A graph without nesting: the nodes that compute, each with its sources.</summary>
/// <remarks>
/// Nodes of a nested graph are named "outer/inner". Nodes that only pass values on (Flatten, Output, the Input of a nested graph)
/// are left out where they have one source.
/// </remarks>
internal sealed class FlatGraph
{
    private readonly Dictionary<string, FlatNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _sources = new(StringComparer.Ordinal);

    public FlatGraph(NirGraph graph)
    {
        Add(graph, "");
        (Input, _) = Only<NirInput>(graph, "", "column");
        (Output, _) = Only<NirOutput>(graph, "", "result");
    }

    /// <summary>The names of all nodes, in the order of the file.</summary>
    public IEnumerable<string> Names => _nodes.Keys;

    /// <summary>The name of the input.</summary>
    public string Input { get; }

    /// <summary>The name of the output.</summary>
    public string Output { get; }

    /// <summary>A node, or null if none has this name.</summary>
    public FlatNode? Find(string name) => _nodes.GetValueOrDefault(name);

    /// <summary>The node that computes what a node puts out: the node itself, or the one whose values it passes on.</summary>
    /// <exception cref="ArgumentException">The nodes pass their values on in a circle.</exception>
    public string Computing(string name)
    {
        HashSet<string> passed = [];
        while (_nodes[name].PassesOn && name != Input && _sources[name] is [var source])
        {
            if (!passed.Add(name))
                throw new ArgumentException($"The node '{name}' is in a cycle of nodes that compute nothing.", nameof(name));
            name = source;
        }
        return name;
    }

    /// <summary>The nodes whose sum a node takes in, in the order of the edges.</summary>
    public IEnumerable<string> Sources(string name) => _sources[name].Select(Computing);

    private void Add(NirGraph graph, string prefix)
    {
        foreach ((string name, NirNode node) in graph.Nodes)
        {
            if (node is NirGraph inner)
            {
                Add(inner, $"{prefix}{name}/");
                continue;
            }
            _nodes.Add(prefix + name, new(prefix + name, node, graph.InputShape(name), graph.OutputShape(name)));
            _sources.Add(prefix + name, []);
        }
        foreach (NirEdge edge in graph.Edges)
            _sources[Port<NirInput>(graph, edge.To, prefix)].Add(Port<NirOutput>(graph, edge.From, prefix));
    }

    // An edge to a nested graph ends at its input; an edge from it begins at its output.
    private static string Port<T>(NirGraph graph, string name, string prefix)
        where T : NirNode
    {
        while (graph.Nodes[name] is NirGraph inner)
        {
            prefix += $"{name}/";
            (graph, name) = (inner, Only<T>(inner, prefix, "edge").Key);
        }
        return prefix + name;
    }

    private static KeyValuePair<string, NirNode> Only<T>(NirGraph graph, string prefix, string use)
        where T : NirNode
    {
        KeyValuePair<string, NirNode>[] found = [.. graph.Nodes.Where(node => node.Value is T)];
        if (found is [var only])
            return only;
        string names = string.Join(", ", found.Select(node => $"'{prefix}{node.Key}'"));
        string type = found[0].Value.Type;
        string why = use == "edge" ? "edges to and from a nested graph do not say which one they mean" : $"one {use} is given";
        throw new ArgumentException($"The graph has {found.Length} nodes of type {type}: {names}. LoadNir runs graphs with one, "
            + $"since {why}. Make a {nameof(NirGraph)} with one of them.", nameof(graph));
    }
}
