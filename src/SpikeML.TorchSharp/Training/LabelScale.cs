namespace SpikeML.Torch;

/// <summary>The scale of an output of a regression: in training, labels are (label - mean) / deviation.</summary>
/// <param name="Mean">The mean of the labels.</param>
/// <param name="Deviation">Their standard deviation, or 1 if it is 0.</param>
internal readonly record struct LabelScale(double Mean, double Deviation);
