namespace SpikeML;

/// <summary>The versions of the model format. Models of every version load and compute as they always did.</summary>
internal static class ModelFormat
{
    public const uint First = 0x00010001;

    public const uint Second = 0x00010002;

    /// <summary>Each column has its own code, with everything that was fitted and the format whose arithmetic it uses.</summary>
    public const uint Third = 0x00010003;

    /// <summary>
    /// What ONNX models draw. Only transformers for which this is not the default are written in it, so that releases before it
    /// read all others.
    /// </summary>
    public const uint Fourth = 0x00010004;
}
