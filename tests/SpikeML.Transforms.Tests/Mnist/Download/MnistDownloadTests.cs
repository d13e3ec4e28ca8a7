using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.ML;

namespace SpikeML.Tests.Mnist.Download;

public sealed class MnistDownloadTests : IAsyncDisposable
{
    private static readonly byte[] Images = IdxBytes.Gzip(IdxBytes.Images(300, 28, 28));
    private static readonly byte[] Labels = IdxBytes.Labels([.. Enumerable.Range(0, 300).Select(i => (byte)(i % 10))]);
    private static readonly MnistDatasetFile ImagesFile = new("train-images-idx3-ubyte.gz", Md5(Images));
    private static readonly MnistDatasetFile LabelsFile = new("train-labels-idx1-ubyte.gz", Md5(Labels));

    private readonly TemporaryFolder _folder = new();
    private readonly LocalMirror _first = new();
    private readonly LocalMirror _second = new();
    private readonly HttpClient _client = new();

    // So that a mirror which stalls fails a test instead of holding it up for ever.
    private readonly CancellationTokenSource _patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private readonly CancellationToken _token;

    public MnistDownloadTests()
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(30));
        _token = _patience.Token;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _patience.Dispose();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task DownloadMnistAsync_gives_files_that_LoadMnist_loads()
    {
        _first.Give(ImagesFile.Name, Images);
        _first.Give(LabelsFile.Name, Labels);
        var mlContext = new MLContext();

        await mlContext.Data.DownloadMnistAsync(_folder.File("made"), Set(ImagesFile, LabelsFile), _client,
            cancellationToken: _token);

        Assert.Equal(300, mlContext.Data.LoadMnist(_folder.File("made")).GetRowCount());
        Assert.Equal(2, Directory.GetFiles(_folder.File("made")).Length);
        Assert.Empty(_second.Requests);
    }

    [Fact]
    public async Task DownloadAsync_keeps_a_file_that_is_right_and_asks_no_mirror()
    {
        _folder.Write(ImagesFile.Name, Images);
        DateTime written = File.GetLastWriteTimeUtc(_folder.File(ImagesFile.Name));

        await DownloadAsync(ImagesFile with { Md5 = ImagesFile.Md5.ToUpperInvariant() });

        Assert.Empty(_first.Requests);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.File(ImagesFile.Name)));
    }

    [Fact]
    public async Task DownloadAsync_replaces_a_file_that_is_wrong()
    {
        _folder.Write(ImagesFile.Name, [1, 2, 3]);
        _first.Give(ImagesFile.Name, Images);

        await DownloadAsync(ImagesFile);

        Assert.Equal(Images, await File.ReadAllBytesAsync(_folder.File(ImagesFile.Name), _token));
        Assert.Equal([ImagesFile.Name], _folder.FileNames);
    }

    [Theory]
    [InlineData("missing", "404")]
    [InlineData("damaged", "expected the MD5 checksum")]
    [InlineData("truncated", "ended")]
    [InlineData("stalled", "it sent nothing for 0.5 seconds")]
    public async Task DownloadAsync_leaves_the_old_file_when_every_mirror_fails(string how, string why)
    {
        _client.Timeout = TimeSpan.FromSeconds(0.5);
        _folder.Write(ImagesFile.Name, [1, 2, 3]);
        Fail(_first, how);
        Fail(_second, how);

        var error = await Assert.ThrowsAsync<IOException>(() => DownloadAsync(ImagesFile));

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(_folder.File(ImagesFile.Name), _token));
        Assert.Equal([ImagesFile.Name], _folder.FileNames);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains($"No mirror of test sent {ImagesFile.Name}. {_first.Address}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{_second.Address}: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("damaged")]
    [InlineData("truncated")]
    [InlineData("stalled")]
    public async Task DownloadAsync_goes_to_the_next_mirror_when_one_fails(string how)
    {
        _client.Timeout = TimeSpan.FromSeconds(0.5);
        Fail(_first, how);
        _second.Give(ImagesFile.Name, Images);

        await DownloadAsync(ImagesFile);

        Assert.Single(_first.Requests);
        Assert.Equal(Images, await File.ReadAllBytesAsync(_folder.File(ImagesFile.Name), _token));
        Assert.Equal([ImagesFile.Name], _folder.FileNames);
    }

    [Fact]
    public async Task DownloadAsync_goes_to_the_next_mirror_when_nothing_listens()
    {
        var gone = new LocalMirror();
        await gone.DisposeAsync();
        _second.Give(ImagesFile.Name, Images);
        MnistDataset set = Set(ImagesFile) with { Mirrors = [gone.Address, _second.Address] };

        await MnistDownload.DownloadAsync(set, _folder.Path, _client, cancellationToken: _token);

        Assert.Equal([ImagesFile.Name], _folder.FileNames);
    }

    [Fact]
    public async Task DownloadAsync_leaves_nothing_when_it_is_cancelled()
    {
        _first.Stall(ImagesFile.Name, Images);
        _second.Give(ImagesFile.Name, Images);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(_token);
        var progress = new Reports(report =>
        {
            if (report.BytesReceived > 0)
                cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            MnistDownload.DownloadAsync(Set(ImagesFile), _folder.Path, _client, progress, cancel.Token));

        Assert.Empty(_folder.FileNames);
        Assert.Empty(_second.Requests);
    }

    [Fact]
    public async Task DownloadAsync_tells_how_far_it_is()
    {
        _first.Give(ImagesFile.Name, Images);
        var reports = new ConcurrentQueue<MnistDownloadProgress>();

        await MnistDownload.DownloadAsync(Set(ImagesFile), _folder.Path, _client, new Reports(reports.Enqueue), _token);

        Assert.Equal(new MnistDownloadProgress(ImagesFile.Name, 0, Images.Length), reports.First());
        Assert.Equal(new MnistDownloadProgress(ImagesFile.Name, Images.Length, Images.Length), reports.Last());
        Assert.Equal(reports.Select(report => report.BytesReceived).Order(), reports.Select(report => report.BytesReceived));
    }

    [Fact]
    public async Task DownloadAsync_finds_files_when_a_mirror_has_no_slash_at_its_end()
    {
        _first.Give(ImagesFile.Name, Images);
        MnistDataset set = Set(ImagesFile) with { Mirrors = [new Uri(_first.Address.AbsoluteUri.TrimEnd('/'))] };

        await MnistDownload.DownloadAsync(set, _folder.Path, _client, cancellationToken: _token);

        Assert.Equal([ImagesFile.Name], _folder.FileNames);
    }

    [Theory]
    [InlineData("../x", "0123456789abcdef0123456789abcdef", "http://127.0.0.1/")]
    [InlineData("a\\x", "0123456789abcdef0123456789abcdef", "http://127.0.0.1/")]
    [InlineData("..", "0123456789abcdef0123456789abcdef", "http://127.0.0.1/")]
    [InlineData("", "0123456789abcdef0123456789abcdef", "http://127.0.0.1/")]
    [InlineData("x", "0123456789abcdef0123456789abcde", "http://127.0.0.1/")]
    [InlineData("x", "0123456789abcdef0123456789abcdeg", "http://127.0.0.1/")]
    [InlineData("x", "0123456789abcdef0123456789abcdef", "file:///tmp/")]
    [InlineData("x", "0123456789abcdef0123456789abcdef", "mnist/")]
    [InlineData("x", "0123456789abcdef0123456789abcdef", null)]
    public async Task DownloadAsync_refuses_a_set_that_is_not_well_described(string name, string md5, string? mirror)
    {
        var set = new MnistDataset("test", [new(name, md5)], mirror is null ? [] : [new Uri(mirror, UriKind.RelativeOrAbsolute)]);
        await Assert.ThrowsAsync<ArgumentException>("dataset", () =>
            MnistDownload.DownloadAsync(set, _folder.Path, _client, cancellationToken: _token));
    }

    private static string Md5(byte[] content) =>
        Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, content));

    private static void Fail(LocalMirror mirror, string how)
    {
        if (how == "damaged")
            mirror.Give(ImagesFile.Name, [.. Images[..^1], 77]);
        else if (how == "truncated")
            mirror.Truncate(ImagesFile.Name, Images);
        else if (how == "stalled")
            mirror.Stall(ImagesFile.Name, Images);
    }

    private MnistDataset Set(params MnistDatasetFile[] files) => new("test", [.. files], [_first.Address, _second.Address]);

    private Task DownloadAsync(MnistDatasetFile file) =>
        MnistDownload.DownloadAsync(Set(file), _folder.Path, _client, cancellationToken: _token);

    // Unlike Progress<T>, in the order and on the thread of the reports.
    private sealed class Reports(Action<MnistDownloadProgress> onReport) : IProgress<MnistDownloadProgress>
    {
        public void Report(MnistDownloadProgress value) => onReport(value);
    }
}
