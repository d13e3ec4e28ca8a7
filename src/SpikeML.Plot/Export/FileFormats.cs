namespace SpikeML.Plot.Export;

/// <summary>Determines file formats from extensions.</summary>
internal static class FileFormats
{
    /// <summary>The formats of figures.</summary>
    public static readonly FileFormat[] OfFigures = [FileFormat.Png, FileFormat.Svg, FileFormat.Pdf];

    /// <summary>The formats of spike trains.</summary>
    public static readonly FileFormat[] OfTrains = [FileFormat.Png, FileFormat.Svg, FileFormat.Pdf, FileFormat.Csv];

    public static FileFormat Find(string path, FileFormat[] known)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = Path.GetExtension(path);
        foreach (FileFormat format in known)
        {
            if (extension.Equals(Extension(format), StringComparison.OrdinalIgnoreCase))
                return format;
        }
        throw new ArgumentException(
            $"'{path}' has no known extension. Known extensions are {string.Join(", ", known.Select(Extension))}.", nameof(path));
    }

    private static string Extension(FileFormat format) => format switch
    {
        FileFormat.Png => ".png",
        FileFormat.Svg => ".svg",
        FileFormat.Pdf => ".pdf",
        _ => ".csv",
    };
}
