namespace SpikeML;

/// <summary>Finds and reads MNIST's files.</summary>
internal static class MnistFiles
{
    private const string Emnist = "emnist-";

    /// <summary>The paths of the images and labels of a split in a folder, optionally of an EMNIST set.</summary>
    public static (string Images, string Labels) Find(string directory, MnistSplit split, EmnistSet? emnist = null)
    {
        string prefix = Prefix(split, emnist);
        return (Find(directory, $"{prefix}-images", "idx3-ubyte", emnist),
            Find(directory, $"{prefix}-labels", "idx1-ubyte", emnist));
    }

    /// <summary>Reads a pair of image and label files of MNIST or of an EMNIST set.</summary>
    public static MnistRows Read(string imagesPath, string labelsPath, EmnistSet? emnist = null)
    {
        EmnistClasses? classes = emnist is { } set ? EmnistClasses.Of(set) : null;
        IdxImages images = Read(imagesPath, IdxReader.ReadImages);
        byte[] labels = Read(labelsPath, (stream, name) =>
            classes is null ? IdxReader.ReadLabels(stream, name) : IdxReader.ReadLabels(stream, name, classes));
        if (images.Count != labels.Length)
            throw new InvalidDataException(
                $"{labelsPath}: expected {Counted.Of(images.Count, "label")}, one for each image of {imagesPath}, "
                    + $"found {labels.Length}. Take both files from the same part of the same set.");
        return classes is null ? new(images, labels) : new(images.Transpose(), labels, classes.KeyValues);
    }

    /// <summary>Whether a file is named like an EMNIST file, whose images would load but lie on their side.</summary>
    public static bool IsNamedEmnist(string path) =>
        Path.GetFileName(path).StartsWith(Emnist, StringComparison.OrdinalIgnoreCase);

    private static string Find(string directory, string name, string kind, EmnistSet? emnist)
    {
        if (!Directory.Exists(directory))
            throw new FileNotFoundException($"The folder '{directory}' does not exist.", directory);
        string[] names = [$"{name}-{kind}", $"{name}-{kind}.gz", $"{name}.{kind}", $"{name}.{kind}.gz"];
        return names.Select(candidate => Path.Combine(directory, candidate)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"'{directory}' has none of the files {string.Join(", ", names)}. {Remedy(directory, emnist)}",
                Path.Combine(directory, names[0]));
    }

    private static string Remedy(string directory, EmnistSet? emnist)
    {
        if (emnist is not null)
            return "mlContext.Data.DownloadMnistAsync(directory, MnistDataset.Emnist) downloads them.";
        return Directory.EnumerateFiles(directory, Emnist + "*").Any()
            ? "It has EMNIST files: name the set to load, for example LoadMnist(directory, EmnistSet.Letters)."
            : "mlContext.Data.DownloadMnistAsync downloads them.";
    }

    private static T Read<T>(string path, Func<Stream, string, T> read)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"The file '{path}' does not exist. mlContext.Data.DownloadMnistAsync downloads MNIST's files.", path);
        using FileStream stream = RegularFile.Open(path);
        return read(stream, path);
    }

    private static string Prefix(MnistSplit split, EmnistSet? emnist)
    {
        if (!Enum.IsDefined(split))
            throw new ArgumentOutOfRangeException(nameof(split), split,
                $"The split must be {MnistSplit.Train} or {MnistSplit.Test}.");
        if (emnist is { } set)
            return $"{Emnist}{EmnistClasses.Of(set).FileName}-{(split == MnistSplit.Train ? "train" : "test")}";
        return split == MnistSplit.Train ? "train" : "t10k";
    }
}
