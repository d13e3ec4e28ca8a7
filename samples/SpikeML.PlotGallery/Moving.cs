namespace SpikeML.PlotGallery;

/// <summary>The figures that move.</summary>
internal static class Moving
{
    public static void Draw(string folder) => _ = folder;
}
