using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Images and the same number of labels.</summary>
/// <param name="Images">The images.</param>
/// <param name="Labels">The class of each image, from 0.</param>
/// <param name="ClassNames">The names of the classes, or null for the ten digits.</param>
internal sealed record MnistRows(IdxImages Images, byte[] Labels, ImmutableArray<string>? ClassNames = null);
