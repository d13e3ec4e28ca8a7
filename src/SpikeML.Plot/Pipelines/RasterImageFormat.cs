namespace SpikeML.Plot;

/// <summary>How an image is encoded.</summary>
public enum RasterImageFormat
{
    /// <summary>PNG: every pixel as it was drawn.</summary>
    Png,

    /// <summary>JPEG: smaller for photographs, and blurred at the edges of marks.</summary>
    Jpeg,
}
