using System.Net;
using Microsoft.ML;

namespace SpikeML.Plot.Tests.Export;

/// <summary>
/// A disk that fills up, or may not be written, while rasters, animations, downloads and models go to it: the old file stays
/// whole.
/// </summary>
public class FullDiskTests
{
    private const string ChecksumOfZeros = "4a21de7a58fb8ecb9a1b1f08a3068269";

    private static readonly MLContext Context = new(seed: 1);
    private static readonly IDataView Digits = Context.Data.LoadSampleDigits(500);

    /// <summary>A train whose every picture and table is larger than the disk.</summary>
    private static readonly Lazy<SpikeTrain> Busy = new(MakeBusy);

    /// <summary>The weights of so many steps are more than the disk holds.</summary>
    private static readonly Lazy<ITransformer> Model = new(MakeModel);

    public static TheoryData<string, Func<string, Task>> Writers => new()
    {
        { "raster.png", path => Run(() => Busy.Value.SaveRaster(path, new() { Width = 1000, Height = 1000 })) },
        { "raster.svg", path => Run(() => Busy.Value.SaveRaster(path)) },
        { "raster.csv", path => Run(() => Busy.Value.SaveRaster(path)) },
        { "spikes.gif", path => Run(() => Busy.Value.SaveAnimation(path)) },
        { "spikes.apng", path => Run(() => Busy.Value.SaveAnimation(path)) },
        { "model.zip", path => Run(() => Context.Model.SaveAtomically(Model.Value, Digits.Schema, path)) },
        { "images", Download },
    };

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_full_disk_costs_nothing_but_the_new_file(string name, Func<string, Task> write)
    {
        using SmallDisk disk = new();
        await File.WriteAllTextAsync(disk.File(name), "old", TestContext.Current.CancellationToken);
        IOException error = await Assert.ThrowsAnyAsync<IOException>(() => write(disk.File(name)));
        Assert.Contains("space", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("old", await File.ReadAllTextAsync(disk.File(name), TestContext.Current.CancellationToken));
        Assert.Equal([name], disk.FileNames);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_disk_that_may_not_be_written_is_named(string name, Func<string, Task> write)
    {
        using SmallDisk disk = new();
        await File.WriteAllTextAsync(disk.File(name), "old", TestContext.Current.CancellationToken);
        disk.MakeReadOnly();
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => write(disk.File(name)));
        Assert.True(error is IOException or UnauthorizedAccessException, error.ToString());
        Assert.Contains(Path.GetDirectoryName(disk.File(name))!, error.Message, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(disk.File(name), TestContext.Current.CancellationToken));
    }

    private static Task Run(Action write)
    {
        write();
        return Task.CompletedTask;
    }

    private static SpikeTrain MakeBusy()
    {
        float[] spikes = new float[200 * 100 * 100];
        RateEncoding.Bernoulli([.. Enumerable.Repeat(0.4f, spikes.Length)], spikes, seed: 1);
        return SpikeTrain.FromDense(spikes, 200, 100, 100);
    }

    private static ITransformer MakeModel() =>
        Context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20 })
            .Append(Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
                "Label", "Spikes", optimizationTolerance: 1e-3f))
            .Fit(Digits);

    private static async Task Download(string path)
    {
        byte[] content = new byte[300_000];
        MnistDataset dataset = new("zeros", [new(Path.GetFileName(path), ChecksumOfZeros)], [new("http://localhost/")]);
        using HttpClient client = new(new Server(content));
        await Context.Data.DownloadMnistAsync(Path.GetDirectoryName(path)!, dataset, client);
    }

    private sealed class Server(byte[] content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) });
    }
}
