using SpikeML.Tests.Mnist.Download;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

public class DownloadTests
{
    private const string Name = "images.gz", Md5 = "08d6c05a21512a79a1dfeb9d2a8f262f";

    private static readonly byte[] Content = [1, 2, 3, 4];

    [Fact]
    public async Task Run_downloads_what_is_missing_and_keeps_what_is_valid()
    {
        using WorkFolder folder = new();
        await using LocalMirror mirror = new();
        mirror.Give(Name, Content);
        MnistDataset dataset = new("a set", [new(Name, Md5)], [mirror.Address]);
        for (int time = 0; time < 2; time++)
        {
            await DownloadCommand.RunAsync(dataset, folder.File("set"), CancellationToken.None);
            Assert.Equal(Content, folder.Bytes($"set/{Name}"));
            Assert.Single(mirror.Requests);
        }
    }

    [Fact]
    public async Task Download_refuses_a_file_with_another_checksum_and_leaves_nothing()
    {
        using WorkFolder folder = new();
        await using LocalMirror mirror = new();
        mirror.Give("train-images-idx3-ubyte.gz", Content);
        Outcome outcome = await Task.Run(() => Tool.Run(folder, "download", "mnist", "--to", "set", "--mirror",
            $"{mirror.Address}"));
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains($"expected the MD5 checksum f68b3c2dcbeaaa9fbdd348bbdeb94873, found {Md5}", outcome.Errors);
        Assert.Contains("or use --sample-digits", outcome.Errors);
        Assert.False(Directory.Exists(folder.File("set")));
    }

    [Theory]
    [InlineData("download minst",
        "There is no data set 'minst': name one of mnist, fashion, kmnist, emnist. Did you mean 'mnist'?")]
    [InlineData("download mnist --mirror files", "--mirror expects an http or https address, got 'files'.")]
    public void Download_says_what_is_wrong_with_the_command(string arguments, string message)
    {
        using WorkFolder folder = new();
        Tool.Refuse(folder, arguments, ExitCode.Usage, message);
    }
}
