namespace SpikeML;

/// <summary>Images with their labels, as many of the one as of the other.</summary>
/// <param name="Images">The images.</param>
/// <param name="Labels">The digit, 0 to 9, of each image.</param>
internal sealed record MnistRows(IdxImages Images, byte[] Labels);
