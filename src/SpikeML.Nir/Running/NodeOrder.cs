namespace SpikeML.Nir;

/// <summary>The order in which nodes compute a step.</summary>
/// <remarks>
/// A node follows its sources. Where they form a cycle, the node of the cycle that is nearest to the input comes first, and its
/// sources within the cycle pass on their values of the previous step: a cycle has one step of delay.
/// </remarks>
internal static class NodeOrder
{
    /// <param name="nodes">The nodes, in the order that decides between equally near ones; the first one is the input.</param>
    /// <param name="sources">The sources of a node.</param>
    /// <param name="isLate">Whether a node needs its sources only at the end of a step, so that it can come before them.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> nodes, Func<string, IEnumerable<string>> sources,
        Func<string, bool> isLate)
    {
        ILookup<string, string> targets = nodes.SelectMany(node => sources(node).Distinct().Select(source => (source, node)))
            .ToLookup(edge => edge.source, edge => edge.node);
        Dictionary<string, HashSet<string>> open = nodes.ToDictionary(node => node,
            node => isLate(node) ? [] : sources(node).ToHashSet());
        Queue<string> nearest = new(ByDistance(nodes, targets));
        Queue<string> ready = new(nodes.Where(node => open[node].Count == 0));
        List<string> order = [];
        while (order.Count < nodes.Count)
        {
            while (ready.TryDequeue(out string? node))
            {
                order.Add(node);
                foreach (string target in targets[node])
                    Release(target, node);
            }
            if (NextInCycle() is (string first, var cycle))
            {
                foreach (string source in cycle)
                    Release(first, source);
            }
        }
        return order;

        void Release(string node, string source)
        {
            if (open[node].Remove(source) && open[node].Count == 0)
                ready.Enqueue(node);
        }

        // The nearest node that is left and reaches itself, with the nodes that it reaches.
        (string First, IEnumerable<string> Cycle)? NextInCycle()
        {
            while (nearest.TryDequeue(out string? node))
            {
                if (open[node].Count > 0 && Reached(node, targets, open) is { } reached && reached.Contains(node))
                    return (node, reached);
            }
            return null;
        }
    }

    private static IEnumerable<string> ByDistance(IReadOnlyList<string> nodes, ILookup<string, string> targets)
    {
        Queue<string> next = new([nodes[0]]);
        HashSet<string> found = [nodes[0]];
        while (next.TryDequeue(out string? node))
        {
            yield return node;
            foreach (string target in targets[node].Where(found.Add))
                next.Enqueue(target);
        }
        foreach (string node in nodes.Where(node => !found.Contains(node)))
            yield return node;
    }

    private static HashSet<string> Reached(string start, ILookup<string, string> targets,
        Dictionary<string, HashSet<string>> open)
    {
        HashSet<string> reached = [];
        Queue<string> next = new([start]);
        while (next.TryDequeue(out string? node))
        {
            foreach (string target in targets[node].Where(target => open[target].Contains(node) && reached.Add(target)))
                next.Enqueue(target);
        }
        return reached;
    }
}
