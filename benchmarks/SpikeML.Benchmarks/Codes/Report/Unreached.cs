namespace SpikeML.Benchmarks.Codes;

/// <summary>The densities that a code cannot reach, and why.</summary>
internal sealed record Unreached(string Name, string Limit, double[] Densities);
