namespace SpikeML;

/// <summary>
/// A code that can be written as ONNX operations. A code that does not implement it makes ML.NET's <c>ConvertToOnnx</c> throw.
/// </summary>
internal interface IOnnxCode
{
    /// <summary>Why the code cannot be converted with these options, or null if it can: the end of "because ...".</summary>
    string? OnnxObstacle => null;

    /// <summary>
    /// Writes the operations that encode rows. The arithmetic must be the kernel's, operation by operation and in the same
    /// precision, so that all results are the same to the bit. ONNX cannot throw: values that are errors in ML.NET may give
    /// anything.
    /// </summary>
    /// <returns>
    /// The rows of the column, [rows, ...] with as many values as the output has; their dimensions are set by the caller.
    /// </returns>
    OnnxTensor WriteOnnx(OnnxRows rows);
}
