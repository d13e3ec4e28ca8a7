namespace SpikeML;

/// <summary>Downloads MNIST and related sets.</summary>
public static class MnistDownload
{
    // Created on first use, then shared, as recommended for HttpClient.
    private static readonly Lazy<HttpClient> SharedClient = new(() => new HttpClient());

    /// <summary>Downloads the files of a data set that a folder does not hold yet, and verifies all of them.</summary>
    /// <remarks>
    /// A file that already has the right checksum is kept. Other files are downloaded to a temporary file in the same folder,
    /// which is renamed only after its checksum has been verified, so failures and cancellation never leave a broken file or
    /// damage an existing one. Every mirror is tried in order; a mirror that sends nothing for as long as
    /// <paramref name="client"/>'s <see cref="HttpClient.Timeout"/> is abandoned. Archives are kept next to the files unpacked
    /// from them, so they do not have to be downloaded again.
    /// </remarks>
    /// <param name="dataset">The set.</param>
    /// <param name="directory">The folder, which is created if it does not exist.</param>
    /// <param name="client">
    /// The client to download with, such as one configured for a proxy, or null for a default client.
    /// </param>
    /// <param name="progress">Receives a report for each block that arrives; files that are kept are not reported.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="IOException">
    /// No mirror delivered a file with the right checksum (the message says what each one did), or the folder cannot be written
    /// to.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">A file with a wrong checksum exists and cannot be overwritten.</exception>
    /// <exception cref="ArgumentException">
    /// The data set has no files, no mirrors, a mirror that is not an http or https address, a file name that contains a path, or
    /// a checksum that is not 32 hexadecimal digits.
    /// </exception>
    /// <exception cref="OperationCanceledException">The download was cancelled.</exception>
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
        throw new IOException($"No mirror of {dataset.Name} sent {file.Name}. {string.Join(" ", failures)} Put the file into "
            + $"'{Path.GetDirectoryName(path)}' yourself, or use mlContext.Data.LoadSampleDigits, which needs no files.");
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
