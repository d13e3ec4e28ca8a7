using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Where a graph says something else than the network that it was saved from does.</summary>
internal static class NirApproximation
{
    /// <summary>The nodes, also in nested graphs, and what the network does there.</summary>
    public static IEnumerable<(string Node, string Does)> Of(NirGraph graph, string path = "")
    {
        foreach ((string name, NirNode node) in graph.Nodes)
        {
            if (node is NirGraph nested)
            {
                foreach ((string Node, string Does) each in Of(nested, $"{path}{name}/"))
                    yield return each;
            }
            else if (Does(node.Metadata) is { } does)
                yield return (path + name, does);
        }
    }

    private static string? Does(IReadOnlyDictionary<string, object> metadata)
    {
        string? reset = metadata.GetValueOrDefault(NirKeys.Reset) as string;
        bool isLate = metadata.GetValueOrDefault(NirKeys.ResetDelay) is 1L;
        return reset == nameof(ResetMechanism.Subtract) ? "spikes subtract the threshold"
            : reset == nameof(ResetMechanism.Zero) && isLate && metadata.GetValueOrDefault(NirKeys.Kind) is string kind
                && kind != nameof(NeuronKind.Leaky) ? "the reset to zero comes a step later and drops that step's input" : null;
    }
}
