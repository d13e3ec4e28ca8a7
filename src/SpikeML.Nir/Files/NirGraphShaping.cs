namespace SpikeML.Nir;

/// <summary>
/// Makes the graph that a file has: single values become arrays, once the edges say how many neurons there are.
/// </summary>
internal static class NirGraphShaping
{
    /// <summary>Makes the graph.</summary>
    /// <exception cref="FormatException">It is not sound; the message names the node or the edge.</exception>
    public static NirGraph Make(IReadOnlyList<NirFields> fields, IReadOnlyDictionary<string, NirNode> graphs,
        IReadOnlyList<NirEdge> edges, List<string> notes)
    {
        Dictionary<string, NirNode> nodes = new(graphs);
        List<NirFields> open = [];
        foreach (NirFields each in fields)
        {
            each.Neurons = each.OwnNeurons;
            if (NirNodeTypes.IsNeurons(each.Type) && each.Neurons is null)
            {
                open.Add(each);
                nodes[each.Name] = new OpenNeurons(each.Type);
            }
            else
                nodes[each.Name] = Sound(each.Name, NirNodeTypes.Make(each));
        }
        Throw(NirGraphCheck.EdgeFault(nodes, edges));
        NirShapes shapes = new(nodes, edges);
        foreach (NirFields each in open)
        {
            each.Neurons = shapes.Input(each.Name) ?? each.SingleNeuron ?? throw each.Fault("has a single value for each "
                + "parameter, and the edges do not say how many neurons it has. Write arrays of the neurons' shape");
            nodes[each.Name] = Sound(each.Name, NirNodeTypes.Make(each));
        }
        Reshape(nodes, edges, new(nodes, edges), notes);
        Throw(new NirShapes(nodes, edges).Fault());
        return new(nodes.OrderBy(node => node.Key, StringComparer.Ordinal), edges);
    }

    /// <summary>Gives ends of a graph the shape of their neighbours where only dimensions of 1 differ.</summary>
    private static void Reshape(Dictionary<string, NirNode> nodes, IReadOnlyList<NirEdge> edges, NirShapes shapes,
        List<string> notes)
    {
        foreach (NirEdge edge in edges)
        {
            (NirShape? from, NirShape? to) = (shapes.Output(edge.From), shapes.Input(edge.To));
            if (from is null || to is null || from.Equals(to)
                || !from.Where(size => size > 1).SequenceEqual(to.Where(size => size > 1)))
                continue;
            if (nodes[edge.To] is NirOutput output)
                nodes[edge.To] = output with { Shape = from };
            else if (nodes[edge.From] is NirInput input)
                nodes[edge.From] = input with { Shape = to };
            else
                continue;
            notes.Add($"The edge {edge} has the shape {from} at one end and {to} at the other; "
                + "the shape inside the graph is used.");
        }
    }

    private static NirNode Sound(string name, NirNode node)
    {
        Throw(NirGraphCheck.NodeFault(name, node, isTaken: false));
        return node;
    }

    private static void Throw(string? fault)
    {
        if (fault is not null)
            throw new FormatException(fault);
    }

    /// <summary>Stands for neurons whose number the edges say.</summary>
    private sealed record OpenNeurons(string Of) : NirNode
    {
        public override string Type => Of;

        internal override NirShape? OwnInput => null;

        internal override NirShape? Output(NirShape? input) => input;

        internal override string? Fault() => null;
    }
}
