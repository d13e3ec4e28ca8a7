namespace SpikeML.Nir;

/// <summary>A node of a network: immutable, and therefore shared by all threads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sources">The names of the nodes that it reads.</param>
/// <param name="Count">The number of values that it puts out.</param>
internal sealed record NodePlan(string Name, IReadOnlyList<string> Sources, int Count)
{
    /// <summary>The order of its values in memory, or null for the format's.</summary>
    public SignalLayout? Layout { get; init; }

    /// <summary>Whether it needs the list of its sources' values that are not 0.</summary>
    public bool ReadsLists { get; init; }

    /// <summary>Whether it puts out only 0 and 1.</summary>
    public bool AreSpikes { get; init; }

    /// <summary>Creates the node's state, given what it puts out and what it reads.</summary>
    public required Func<NodeSignal, NodeSignal[], NodeRun> Open { get; init; }
}
