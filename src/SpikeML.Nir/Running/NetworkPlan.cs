namespace SpikeML.Nir;

/// <summary>A graph that is ready to run: its nodes in their order. Immutable, and therefore shared by all threads.</summary>
internal sealed class NetworkPlan
{
    private readonly FlatGraph _flat;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<NodePlan> _nodes = [];

    /// <exception cref="ArgumentException">The graph cannot run; the message names the node.</exception>
    public NetworkPlan(NirGraph graph, NirReading reading)
    {
        _flat = new FlatGraph(graph);
        NodePlans plans = new(reading);
        IEnumerable<string> order = NodeOrder.Of(Needed(reading), name => name == _flat.Input ? [] : _flat.Sources(name),
            name => _flat.Find(name)!.Node is NirDelay delay && DelayRun.IsLate(plans.Steps(name, delay)));
        foreach (string name in order)
            Plan(_flat.Find(name)!, [.. _flat.Sources(name)], plans);
        Listed = _nodes.Where(node => node.ReadsLists).SelectMany(node => node.Sources).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The nodes in the order in which they run.</summary>
    public IReadOnlyList<NodePlan> Nodes => _nodes;

    /// <summary>The names of the nodes whose values are listed for others.</summary>
    public IReadOnlySet<string> Listed { get; }

    /// <summary>The shape of the input.</summary>
    public NirShape InputShape => _flat.Find(_flat.Input)!.Output!;

    /// <summary>The shape of the output.</summary>
    public NirShape OutputShape => _flat.Find(_flat.Output)!.Output!;

    /// <summary>The place of the input among the nodes.</summary>
    public int Input => _places[_flat.Input];

    /// <summary>The place of the node that computes the output.</summary>
    public int Output => PlaceOf(_flat.Output);

    /// <summary>The place of the output neurons, whose spikes may be made by a Threshold node; else that of the output.</summary>
    public int OutputNeurons
    {
        get
        {
            string name = _flat.Computing(_flat.Output);
            while (_flat.Find(name)!.Node is NirThreshold && _flat.Sources(name).ToArray() is [var source])
                name = source;
            return _flat.Find(name)!.Node is NirNeurons and not (NirScale or NirThreshold or NirDelay) ? _places[name] : Output;
        }
    }

    /// <summary>The place of a node with a name, or of the node whose values it passes on.</summary>
    public int PlaceOf(string name) => _places[_flat.Computing(name)];

    /// <summary>The place of a node among the plans.</summary>
    public int IndexOf(string planName) => _places[planName];

    /// <summary>The shape of what a node puts out.</summary>
    public NirShape ShapeOf(string name) => NodePlans.Shape(_flat.Find(name)!, _flat.Find(name)!.Output);

    /// <summary>The input, and the nodes on which the output and recordings depend.</summary>
    private string[] Needed(NirReading reading)
    {
        Queue<string> next = new(reading.Recordings.Select(recording => Recorded(recording.NodeName)).Prepend(_flat.Output)
            .Select(_flat.Computing));
        HashSet<string> needed = [_flat.Input, .. next];
        while (next.TryDequeue(out string? name))
        {
            if (name != _flat.Input && !_flat.Sources(name).Any())
                throw new ArgumentException($"No edge ends at the node '{name}' ({_flat.Find(name)!.Node.Type}), so it has "
                    + $"nothing to take in. Add an edge to it, for example from '{_flat.Input}'.", nameof(reading));
            foreach (string source in _flat.Sources(name).Where(needed.Add))
                next.Enqueue(source);
        }
        return [_flat.Input, .. _flat.Names.Where(name => name != _flat.Input && needed.Contains(name))];
    }

    private string Recorded(string name) => _flat.Find(name) is not null ? name : throw new ArgumentException(
        $"{nameof(NirReading.Recordings)} names the node '{name}', which the graph does not have. Its nodes are "
            + $"{string.Join(", ", _flat.Names)}.", nameof(name));

    private void Plan(FlatNode node, IReadOnlyList<string> sources, NodePlans plans)
    {
        if (node.Name == _flat.Input)
        {
            Add(new(node.Name, [], InputShape.Size) { Open = (output, _) => new InputRun(output) });
        }
        else if (node.PassesOn)
        {
            Add(Sum(node.Name, sources, NodePlans.Shape(node, node.Output).Size));
        }
        else if (node.Node is NirDelay || (sources.Count == 1 && _places.ContainsKey(sources[0])))
        {
            Add(plans.Of(node, sources, node.Node is NirDelay ? null : _nodes[_places[sources[0]]].Layout));
        }
        else
        {
            NodePlan sum = Sum($"{node.Name}/", sources, NodePlans.Shape(node, node.Input).Size);
            Add(sum);
            Add(plans.Of(node, [sum.Name], sum.Layout));
        }
    }

    private NodePlan Sum(string name, IReadOnlyList<string> sources, int count) => new(name, sources, count)
    {
        Layout = sources.FirstOrDefault(_places.ContainsKey) is { } first ? _nodes[_places[first]].Layout : null,
        Open = (output, inputs) => new SumRun(output, inputs),
    };

    private void Add(NodePlan plan)
    {
        _places.Add(plan.Name, _nodes.Count);
        _nodes.Add(plan);
    }
}
