namespace SpikeML.Nir;

/// <summary>A node of a graph without nesting.</summary>
/// <param name="Name">Its name, "outer/inner" in a nested graph.</param>
/// <param name="Node">The node.</param>
/// <param name="Input">The shape of what it takes in, or null if that cannot be inferred.</param>
/// <param name="Output">The shape of what it puts out, or null if that cannot be inferred.</param>
internal sealed record FlatNode(string Name, NirNode Node, NirShape? Input, NirShape? Output)
{
    /// <summary>Whether the node passes on what it takes in.</summary>
    public bool PassesOn => Node is NirFlatten or NirInput or NirOutput;
}
