namespace SpikeML.Nir;

/// <summary>
/// The state of a network while it processes a row step by step. Used by one thread, for one row after another.
/// </summary>
internal sealed class NetworkRun
{
    private readonly NodeRun[] _nodes;
    private readonly InputRun _input;
    private readonly (NodeSignal Signal, float[] First)[] _late;

    public NetworkRun(NetworkPlan plan)
    {
        NodeSignal[] signals = [.. plan.Nodes.Select((node, i) => new NodeSignal(node.Count, node.Layout,
            i == plan.Input || plan.Listed.Contains(node.Name), node.AreSpikes))];
        _nodes = [.. plan.Nodes.Select((node, i) => node.Open(signals[i],
            [.. node.Sources.Select(source => signals[plan.IndexOf(source)])]))];
        _input = (InputRun)_nodes[plan.Input];
        int[] late = [.. plan.Nodes
            .SelectMany((node, i) => node.Sources.Select(plan.IndexOf).Where(source => source >= i)).Distinct()];
        Rest();
        _late = [.. late.Select(i => (signals[i], (float[])signals[i].Memory.Clone()))];
    }

    /// <summary>A node.</summary>
    public NodeRun this[int place] => _nodes[place];

    /// <summary>Starts a row: all neurons are silent.</summary>
    public void Reset()
    {
        foreach (NodeRun node in _nodes)
            node.Reset();
        foreach ((NodeSignal signal, float[] first) in _late)
        {
            first.CopyTo(signal.Memory, 0);
            signal.List();
        }
    }

    /// <summary>Starts a step.</summary>
    public void BeginStep() => _input.Begin();

    /// <summary>Adds an input spike of the step.</summary>
    /// <param name="slot">The slot, above that of the spike before it.</param>
    /// <param name="value">The value, not 0.</param>
    public void Receive(int slot, float value) => _input.Receive(slot, value);

    /// <summary>Ends a step: all nodes put out their values.</summary>
    public void EndStep()
    {
        foreach (NodeRun node in _nodes)
            node.Step();
        foreach (NodeRun node in _nodes)
            node.Finish();
    }

    /// <summary>What nodes without a state put out while all neurons are silent, such as biases.</summary>
    private void Rest()
    {
        foreach (NodeRun node in _nodes)
        {
            if (!node.HasState)
                node.Step();
        }
    }
}
