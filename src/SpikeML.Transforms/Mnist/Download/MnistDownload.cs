namespace SpikeML;

/// <summary>Downloads MNIST and related sets.</summary>
public static class MnistDownload
{
    // Made when first needed, then shared, as HttpClient is meant to be.
    private static readonly Lazy<HttpClient> SharedClient = new(() => new HttpClient());

    /// <summary>Downloads those files of a set that a folder doesn't hold yet, and checks every one.</summary>
    /// <remarks>
    /// A file that is there with the right checksum is kept and not asked for again. Others go to a temporary file in the same
    /// folder, which takes the real name only once its checksum is right: no failure and no cancellation leaves a broken file or
    /// harms an old one. Each file is tried at every mirror in turn; a mirror that sends nothing for as long as
    /// <paramref name="client"/>'s <see cref="HttpClient.Timeout"/> is given up. Archives stay in the folder, beside the files
    /// that are unpacked from them, so that they need not be downloaded again.
    /// </remarks>
    /// <param name="dataset">The set.</param>
    /// <param name="directory">The folder, which is made if need be.</param>
    /// <param name="client">What to download with, such as one that knows a proxy; null: one of our own.</param>
    /// <param name="progress">Is told of every block that arrives; not of files that are kept.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="IOException">
    /// No mirror gave a file with the right checksum (the message says what each did), or the folder can't be written.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A file with a wrong checksum is there, and may not be written.</exception>
    /// <exception cref="ArgumentException">
    /// The set has no file, no mirror or one that is no http address, a file name that is a path, or a checksum that isn't 32
    /// hexadecimal digits.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task DownloadAsync(MnistDataset dataset, string directory, HttpClient? client = null,
        IProgress<MnistDownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Check(dataset);
        Directory.CreateDirectory(directory);
        var fetch = new MirrorFetch(client ?? SharedClient.Value, progress);
        foreach (MnistDatasetFile file in dataset.Files)
        {
            string path = Path.Combine(directory, file.Name);
            if (!await Md5Checksum.IsOfAsync(path, file.Md5, cancellationToken).ConfigureAwait(false))
                await DownloadAsync(fetch, dataset, file, path, cancellationToken).ConfigureAwait(false);
            if (file.IsArchive)
                await MnistArchive.UnpackAsync(path, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task DownloadAsync(MirrorFetch fetch, MnistDataset dataset, MnistDatasetFile file, string path,
        CancellationToken cancellationToken)
    {
        List<string> failures = [];
        bool isThere = await FileReplacement.WriteFileAsync(path, async temporary =>
        {
            foreach (Uri mirror in dataset.Mirrors)
            {
                if (await fetch.TryFetchAsync(mirror, file, temporary, cancellationToken)
                    .ConfigureAwait(false) is not string failure)
                    return true;
                failures.Add($"{mirror}: {failure}");
            }
            return false;
        }).ConfigureAwait(false);
        if (isThere)
            return;
        throw new IOException($"No mirror of {dataset.Name} gave {file.Name}. {string.Join(" ", failures)} Put the file into "
            + $"'{Path.GetDirectoryName(path)}' by hand, or use mlContext.Data.LoadSampleDigits, which needs no file.");
    }

    private static void Check(MnistDataset dataset)
    {
        if (dataset.Mirrors.IsDefaultOrEmpty || dataset.Files.IsDefaultOrEmpty)
            throw new ArgumentException($"{dataset.Name} needs at least one mirror and one file.", nameof(dataset));
        foreach (Uri mirror in dataset.Mirrors)
        {
            if (!mirror.IsAbsoluteUri || mirror.Scheme is not ("http" or "https"))
                throw new ArgumentException($"The mirror '{mirror}' must be an absolute http or https address.", nameof(dataset));
        }
        foreach (MnistDatasetFile file in dataset.Files)
        {
            if (file.Name is "" or "." or ".." || file.Name.AsSpan().IndexOfAny('/', '\\', ':') >= 0)
                throw new ArgumentException(
                    $"The file name '{file.Name}' must be a plain name, without a path.", nameof(dataset));
            if (!Md5Checksum.IsWellFormed(file.Md5))
                throw new ArgumentException(
                    $"The MD5 checksum of {file.Name} must be 32 hexadecimal digits, got '{file.Md5}'.", nameof(dataset));
        }
    }
}
