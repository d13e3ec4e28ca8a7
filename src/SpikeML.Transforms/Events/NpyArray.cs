using System.Collections.Immutable;

namespace SpikeML;

/// <summary>An array as NumPy keeps it: values in row-major order, and dimensions.</summary>
/// <param name="Values">As many values as the product of the dimensions.</param>
/// <param name="Shape">The dimensions; none for a scalar.</param>
public sealed record NpyArray(float[] Values, ImmutableArray<int> Shape);
