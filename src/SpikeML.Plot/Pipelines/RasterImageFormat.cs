namespace SpikeML.Plot;

/// <summary>The format of an encoded image.</summary>
public enum RasterImageFormat
{
    /// <summary>PNG, which is lossless.</summary>
    Png,

    /// <summary>JPEG, which is lossy and blurs the edges of marks.</summary>
    Jpeg,
}
