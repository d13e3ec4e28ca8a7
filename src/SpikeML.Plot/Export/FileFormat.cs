namespace SpikeML.Plot.Export;

/// <summary>A kind of file; its name is the extension.</summary>
internal enum FileFormat
{
    Png,
    Svg,
    Pdf,
    Csv,
}
