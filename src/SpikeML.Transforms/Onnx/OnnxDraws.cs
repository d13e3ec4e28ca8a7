namespace SpikeML;

/// <summary>
/// What ML.NET's <c>ConvertToOnnx</c> does with a code that draws at random. The values are part of the model format.
/// </summary>
public enum OnnxDraws
{
    /// <summary>
    /// It throws: no ONNX operation draws what SpikeML draws, which depends on a row's values and the seed alone.
    /// </summary>
    Refuse = 0,

    /// <summary>
    /// The ONNX runtime draws, with the same probabilities. Its spikes differ from SpikeML's, from run to run, and with a row's
    /// place in the batch; the seed and the row key have no effect there.
    /// </summary>
    Runtime = 1,
}
