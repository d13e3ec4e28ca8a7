namespace SpikeML.Nir;

/// <summary>The shapes that flow through a graph, inferred from the parameters of its nodes along the edges.</summary>
internal sealed class NirShapes
{
    private readonly IReadOnlyDictionary<string, NirNode> _nodes;
    private readonly IReadOnlyList<NirEdge> _edges;
    private readonly Dictionary<string, NirShape?> _inputs = [], _outputs = [];

    public NirShapes(IReadOnlyDictionary<string, NirNode> nodes, IReadOnlyList<NirEdge> edges)
    {
        (_nodes, _edges) = (nodes, edges);
        ILookup<string, string> next = edges.ToLookup(edge => edge.From, edge => edge.To);
        foreach ((string name, NirNode node) in nodes)
            _outputs[name] = node.Output(_inputs[name] = node.OwnInput);
        // Each node's output becomes known once, so each edge is followed once.
        Queue<string> known = new(_outputs.Where(output => output.Value is not null).Select(output => output.Key));
        while (known.TryDequeue(out string? from))
        {
            foreach (string to in next[from])
            {
                if (_inputs[to] is not null)
                    continue;
                _inputs[to] = _outputs[from];
                if (_outputs[to] is null && (_outputs[to] = Outputs(to)) is not null)
                    known.Enqueue(to);
            }
        }
    }

    public NirShape? Input(string node) => _inputs[node];

    public NirShape? Output(string node) => _outputs[node];

    /// <summary>The first node that cannot take in what it is given, or the first edge whose ends differ.</summary>
    public string? Fault()
    {
        foreach ((string name, NirNode node) in _nodes)
        {
            if (_inputs[name] is { } input && node.InputFault(input) is { } fault)
                return $"The node '{name}' ({node.Type}) {fault}.";
        }
        foreach (NirEdge edge in _edges)
        {
            if (_outputs[edge.From] is { } output && _inputs[edge.To] is { } input && !output.Equals(input))
            {
                return $"The edge {edge} connects different shapes: '{edge.From}' ({_nodes[edge.From].Type}) puts out {output}, "
                    + $"'{edge.To}' ({_nodes[edge.To].Type}) takes in {input}.";
            }
        }
        return null;
    }

    private NirShape? Outputs(string name) =>
        _nodes[name].InputFault(_inputs[name]!) is null ? _nodes[name].Output(_inputs[name]) : null;
}
