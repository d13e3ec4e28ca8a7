namespace SpikeML.OnnxService;

/// <summary>A request.</summary>
/// <param name="Features">The values of the model's input, row-major.</param>
internal sealed record Row(float[]? Features);
