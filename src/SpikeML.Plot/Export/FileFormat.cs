namespace SpikeML.Plot.Export;

/// <summary>A file format, named like its extension.</summary>
internal enum FileFormat
{
    Png,
    Svg,
    Pdf,
    Csv,
}
