namespace SpikeML.Nir;

/// <summary>A column of a view as what was observed of a node of a graph, in a file of NIRData.</summary>
/// <param name="ColumnName">The column: a vector of Single, [numSteps, ...the node's shape].</param>
/// <param name="NodeName">The name of the node; in a nested graph, "outer/inner".</param>
/// <param name="Name">What the column has of the node. Tools write "spikes" and "v", or names of their own.</param>
public sealed record NirObservable(string ColumnName, string NodeName, string Name = "spikes");
