namespace SpikeML.Plot;

/// <summary>What stands for a spike in a raster.</summary>
public enum RasterMark
{
    /// <summary>A bar where one neuron is drawn, a point otherwise.</summary>
    Automatic,

    /// <summary>A disc.</summary>
    Point,

    /// <summary>An upright bar, |.</summary>
    Bar,
}
