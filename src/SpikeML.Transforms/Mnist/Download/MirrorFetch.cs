using System.Security.Cryptography;

namespace SpikeML;

/// <summary>Fetches single files from single mirrors and reports what went wrong.</summary>
internal sealed class MirrorFetch(HttpClient client, IProgress<MnistDownloadProgress>? progress)
{
    private const int BlockSize = 1 << 16;

    /// <summary>Fetches a file to a path. Returns null on success, otherwise a sentence that says what went wrong.</summary>
    public async Task<string?> TryFetchAsync(Uri mirror, MnistDatasetFile file, string path, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(client.Timeout);
        try
        {
            return await FetchAsync(AddressOf(mirror, file), file, path, patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"it sent nothing for {client.Timeout.TotalSeconds:0.#} seconds.";
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return error.Message.EndsWith('.') ? error.Message : $"{error.Message}.";
        }
    }

    private async Task<string?> FetchAsync(Uri address, MnistDatasetFile file, string path, CancellationTokenSource patience)
    {
        using HttpResponseMessage response =
            await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        long? total = response.Content.Headers.ContentLength;
        await using Stream source = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        await using FileStream target = File.Create(path);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        byte[] block = new byte[BlockSize];
        long received = 0;
        while (true)
        {
            progress?.Report(new MnistDownloadProgress(file.Name, received, total));
            int count = await source.ReadAsync(block, patience.Token).ConfigureAwait(false);
            if (count == 0)
                break;
            patience.CancelAfter(client.Timeout);
            hash.AppendData(block, 0, count);
            await target.WriteAsync(block.AsMemory(0, count), patience.Token).ConfigureAwait(false);
            received += count;
        }
        byte[] found = hash.GetCurrentHash();
        return Md5Checksum.Matches(found, file.Md5)
            ? null
            : $"expected the MD5 checksum {file.Md5}, found {Convert.ToHexStringLower(found)} in {received} bytes.";
    }

    // A mirror is a folder, with or without a slash at the end of its address.
    private static Uri AddressOf(Uri mirror, MnistDatasetFile file) =>
        new($"{mirror.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(file.Name)}");
}
