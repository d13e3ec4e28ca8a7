namespace SpikeML.Nir;

/// <summary>A column with the values of a node of a graph at each step, [numSteps, ...the node's shape].</summary>
/// <param name="NodeName">The name of the node; in a nested graph, "outer/inner".</param>
/// <param name="OutputColumnName">The name of the column.</param>
/// <param name="IsMembrane">
/// Whether to take the membranes of neurons after each step instead of what the node puts out. Nodes without membranes have only
/// the latter.
/// </param>
public sealed record NirRecording(string NodeName, string OutputColumnName, bool IsMembrane = false);
