namespace SpikeML.Plot;

/// <summary>The mark of a spike in a raster.</summary>
public enum RasterMark
{
    /// <summary>A bar where a neuron has at least five pixels of height, otherwise a point.</summary>
    Automatic,

    /// <summary>A filled circle.</summary>
    Point,

    /// <summary>A vertical bar, |.</summary>
    Bar,
}
