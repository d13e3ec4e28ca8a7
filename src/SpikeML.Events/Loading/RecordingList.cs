using System.Collections.Immutable;
using System.Globalization;

namespace SpikeML.Events;

/// <summary>Finds the recordings that paths name.</summary>
internal static class RecordingList
{
    /// <param name="paths">
    /// Files and folders. A folder stands for its files or, if each class has a subfolder, for the files of its subfolders.
    /// </param>
    /// <param name="options">How they are found and read.</param>
    /// <exception cref="FileNotFoundException">A path does not exist, or a folder has no recordings.</exception>
    /// <exception cref="FormatException">A recording has no class where others have one.</exception>
    public static ImmutableArray<Recording> Find(IEnumerable<string> paths, EventLoaderOptions options)
    {
        List<Recording> found = [];
        foreach (string path in paths)
            found.AddRange(Directory.Exists(path) ? OfFolder(path, options.SearchPattern)
                : File.Exists(path) ? [new(path, 0, null)]
                : throw new FileNotFoundException($"There is no recording and no folder at '{path}'.", path));
        if (found.Count == 0)
            throw new ArgumentException("There must be at least one path.", nameof(paths));
        if (options.LabelsPath is { } labels)
            found = [.. RecordingLabels.Read(labels).Apply(found)];
        List<Recording> all = [];
        foreach (Recording own in found)
            all.AddRange(OfFile(own, options.Reader));
        if (all.Any(own => own.Label is null) && all.Find(own => own.Label is not null) is { Label: not null } labeled)
            throw new FormatException($"'{all.Find(own => own.Label is null).Path}' has no class, and '{labeled.Path}' has one. "
                + "Put each recording into a folder of its class, or name all classes in "
                + $"{nameof(EventLoaderOptions.LabelsPath)}.");
        return [.. all];
    }

    private static Recording[] OfFolder(string folder, string pattern)
    {
        string[] own = Files(folder, pattern);
        Recording[] inner = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).SelectMany(name =>
            Files(name, pattern).Select(path => new Recording(path, 0, Path.GetFileName(name))))];
        if (own.Length > 0 && inner.Length > 0)
            throw new FormatException($"The folder '{folder}' has files, such as '{Path.GetFileName(own[0])}', and subfolders "
                + $"with files, such as '{inner[0].Label}', so it is unclear whether these are classes. Move the files, or "
                + $"exclude them with {nameof(EventLoaderOptions.SearchPattern)}.");
        return own.Length > 0 ? [.. own.Select(path => new Recording(path, 0, null))]
            : inner.Length > 0 ? inner
            : throw new FileNotFoundException($"The folder '{folder}' and its subfolders have no files '{pattern}'.", folder);
    }

    private static string[] Files(string folder, string pattern) => [.. Directory.GetFiles(folder, pattern)
        .Where(path => Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal)];

    /// <summary>HDF5 files can have several recordings with their classes; they are told by their first bytes.</summary>
    private static IEnumerable<Recording> OfFile(Recording own, EventReaderOptions options)
    {
        if (options.Format is not (null or EventFormat.Hdf5) || !IsHdf5(own.Path))
            return [own];
        using EventReader reader = EventReader.Open(own.Path, options with { Recording = 0 });
        IReadOnlyList<long>? labels = reader.Labels;
        return [.. Enumerable.Range(0, reader.RecordingCount).Select(i => own with
        {
            Index = i,
            Label = own.Label ?? labels?[i].ToString(CultureInfo.InvariantCulture),
        })];
    }

    private static bool IsHdf5(string path)
    {
        using FileStream file = RegularFile.Open(path);
        Span<byte> first = stackalloc byte[FormatGuess.Hdf5.Length];
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length
            && first.SequenceEqual(FormatGuess.Hdf5);
    }
}
