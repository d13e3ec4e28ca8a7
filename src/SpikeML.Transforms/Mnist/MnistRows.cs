using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Images with as many labels.</summary>
/// <param name="Images">The images.</param>
/// <param name="Labels">The class of each image, from 0.</param>
/// <param name="ClassNames">The names of the classes; null for the ten digits.</param>
internal sealed record MnistRows(IdxImages Images, byte[] Labels, ImmutableArray<string>? ClassNames = null);
