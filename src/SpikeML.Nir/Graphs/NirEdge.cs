namespace SpikeML.Nir;

/// <summary>A connection: what a node puts out is added to what another takes in.</summary>
/// <param name="From">The name of the node that puts out.</param>
/// <param name="To">The name of the node that takes in.</param>
public readonly record struct NirEdge(string From, string To)
{
    /// <summary>The names with an arrow.</summary>
    public override string ToString() => $"{From} -> {To}";
}
