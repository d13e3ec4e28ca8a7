namespace SpikeML.Images;

/// <summary>An image in a folder with one folder per class.</summary>
/// <param name="ImagePath">The file, relative to the folder.</param>
/// <param name="Label">The class: the name of the folder that contains the file.</param>
internal sealed record ImageFile(string ImagePath, string Label)
{
    public ImageFile() : this("", "")
    {
    }

    public static ImageFile[] InFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new ImageFile(Path.GetRelativePath(folder, path), Path.GetFileName(Path.GetDirectoryName(path)!))),
    ];
}
