namespace SpikeML.Plot;

/// <summary>The mark of a spike in a raster.</summary>
public enum RasterMark
{
    /// <summary>A bar if only one neuron is drawn, otherwise a point.</summary>
    Automatic,

    /// <summary>A filled circle.</summary>
    Point,

    /// <summary>A vertical bar, |.</summary>
    Bar,
}
