namespace SpikeML;

/// <summary>The versions of the model format. Every model of an old one loads, and computes as it did.</summary>
internal static class ModelFormat
{
    public const uint First = 0x00010001;

    public const uint Second = 0x00010002;

    /// <summary>Each column has its own code, with all that was learned and the format whose arithmetic it has.</summary>
    public const uint Third = 0x00010003;
}
