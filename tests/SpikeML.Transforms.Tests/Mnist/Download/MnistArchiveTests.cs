using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Mnist.Download;

public sealed class MnistArchiveTests : IAsyncDisposable
{
    private const string ImagesName = "emnist-letters-train-images-idx3-ubyte.gz";
    private const string LabelsName = "emnist-letters-train-labels-idx1-ubyte.gz";
    private static readonly byte[] Archive = Zip();

    private readonly TemporaryFolder _folder = new();
    private readonly LocalMirror _mirror = new();
    private readonly MLContext _mlContext = new();
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    public MnistArchiveTests() => _mirror.Give("gzip.zip", Archive);

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task DownloadMnistAsync_unpacks_the_IDX_files_of_an_archive()
    {
        await DownloadAsync(_token);

        Assert.Equal([ImagesName, LabelsName, "gzip.zip"], _folder.FileNames);
        Assert.Equal([1u, 26u], _mlContext.Data.LoadMnist(_folder.Path, EmnistSet.Letters).GetColumn<uint>("Label"));
    }

    [Fact]
    public async Task DownloadMnistAsync_unpacks_a_damaged_file_again_and_keeps_a_sound_one()
    {
        await DownloadAsync(_token);
        byte[] sound = await File.ReadAllBytesAsync(_folder.File(LabelsName), _token);
        DateTime written = File.GetLastWriteTimeUtc(_folder.File(ImagesName));
        _folder.Write(LabelsName, [.. sound[..^1], (byte)(sound[^1] ^ 1)]);

        await DownloadAsync(_token);

        Assert.Equal(sound, await File.ReadAllBytesAsync(_folder.File(LabelsName), _token));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.File(ImagesName)));
        Assert.Single(_mirror.Requests);
    }

    [Fact]
    public async Task DownloadMnistAsync_leaves_no_half_file_when_unpacking_is_cancelled()
    {
        _folder.Write("gzip.zip", Archive);
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MnistArchive.UnpackAsync(_folder.File("gzip.zip"),
            cancel.Token));

        Assert.Equal(["gzip.zip"], _folder.FileNames);
    }

    private Task DownloadAsync(CancellationToken token)
    {
        string md5 = Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, Archive));
        MnistDataset set = new("test", [new("gzip.zip", md5) { IsArchive = true }], [_mirror.Address]);
        return _mlContext.Data.DownloadMnistAsync(_folder.Path, set, cancellationToken: token);
    }

    private static byte[] Zip()
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, $"gzip/{ImagesName}", IdxBytes.Gzip(IdxBytes.Images(2, 28, 28)));
            Add(zip, $"gzip/{LabelsName}", IdxBytes.Gzip(IdxBytes.Labels(1, 26)));
            Add(zip, "gzip/emnist-letters-mapping.txt", [1, 2, 3]);
            Add(zip, "gzip/../../outside.txt", [1, 2, 3]);
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
