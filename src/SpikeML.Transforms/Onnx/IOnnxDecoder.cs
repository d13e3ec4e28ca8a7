namespace SpikeML;

/// <summary>A code whose decoder can be written as ONNX operations.</summary>
internal interface IOnnxDecoder
{
    /// <summary>Why the decoder cannot be converted with these options, or null if it can: the end of "because ...".</summary>
    string? OnnxDecoderObstacle => null;

    /// <summary>Writes the operations that restore rows from their spikes; see <see cref="IOnnxCode.WriteOnnx"/>.</summary>
    /// <param name="rows">The spikes.</param>
    /// <param name="first">Writes the first values of series in double precision, [rows, 1, neurons].</param>
    OnnxTensor WriteOnnxDecoder(OnnxRows rows, Func<OnnxTensor> first);
}
