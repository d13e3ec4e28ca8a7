namespace SpikeML;

/// <summary>Finds and reads MNIST's files.</summary>
internal static class MnistFiles
{
    /// <summary>The path of a split's image file in a folder.</summary>
    public static string FindImages(string directory, MnistSplit split) =>
        Find(directory, $"{Prefix(split)}-images", "idx3-ubyte");

    /// <summary>The path of a split's label file in a folder.</summary>
    public static string FindLabels(string directory, MnistSplit split) =>
        Find(directory, $"{Prefix(split)}-labels", "idx1-ubyte");

    /// <summary>Reads a pair of files.</summary>
    public static MnistRows Read(string imagesPath, string labelsPath)
    {
        IdxImages images = Read(imagesPath, IdxReader.ReadImages);
        byte[] labels = Read(labelsPath, IdxReader.ReadLabels);
        if (images.Count != labels.Length)
            throw new InvalidDataException(
                $"{labelsPath}: expected {images.Count} labels, one for each image of {imagesPath}, found {labels.Length}. "
                + "Take both files from the same part of the same set.");
        return new MnistRows(images, labels);
    }

    private static string Find(string directory, string name, string kind)
    {
        if (!Directory.Exists(directory))
            throw new FileNotFoundException($"There is no folder '{directory}' to look for MNIST files in.", directory);
        string[] names = [$"{name}-{kind}", $"{name}-{kind}.gz", $"{name}.{kind}", $"{name}.{kind}.gz"];
        return names.Select(candidate => Path.Combine(directory, candidate)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"There is none of the files {string.Join(", ", names)} in '{directory}'. "
                + "mlContext.Data.DownloadMnistAsync fetches them.",
                Path.Combine(directory, names[0]));
    }

    private static T Read<T>(string path, Func<Stream, string, T> read)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"There is no file '{path}'. mlContext.Data.DownloadMnistAsync fetches MNIST's files.", path);
        using FileStream stream = File.OpenRead(path);
        return read(stream, path);
    }

    private static string Prefix(MnistSplit split) => split switch
    {
        MnistSplit.Train => "train",
        MnistSplit.Test => "t10k",
        _ => throw new ArgumentOutOfRangeException(nameof(split), split,
            $"The split is {MnistSplit.Train} or {MnistSplit.Test}."),
    };
}
