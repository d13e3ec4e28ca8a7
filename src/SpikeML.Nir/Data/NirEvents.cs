namespace SpikeML.Nir;

/// <summary>What was observed of a node, read from a file: the rows, as slots [step][neuron] of values that are not 0.</summary>
/// <param name="NumSteps">The number of steps.</param>
/// <param name="Neurons">The number of neurons.</param>
/// <param name="Rows">The rows.</param>
internal sealed record NirEvents(int NumSteps, int Neurons, IReadOnlyList<SortedDictionary<int, float>> Rows);
