using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Idx;

public class IdxInputTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 255, 0, 0, 255];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3];

    [Theory]
    [InlineData("images", "images.gz")]
    [InlineData("images", "noise")]
    public void Encode_reads_images_plain_or_gzip_by_their_content(string plain, string name)
    {
        using WorkFolder folder = new();
        File.WriteAllBytes(folder.File(plain), Images);
        using (GZipStream zip = new(File.Create(folder.File(name)), CompressionLevel.Fastest))
            zip.Write(Images);
        File.WriteAllBytes(folder.File("labels"), Labels);
        foreach (string input in new[] { plain, name })
            Tool.Do(folder, $"encode rate {input} --num-steps 2 --labels-file labels -o {input}.csv");
        Assert.Equal("row,step,neuron,value\n0,0,0,1\n0,1,0,1\n1,0,1,1\n1,1,1,1\n", File.ReadAllText(folder.File($"{name}.csv")));
        Assert.Equal(folder.Bytes($"{plain}.csv"), folder.Bytes($"{name}.csv"));
    }

    [Fact]
    public void Encode_reads_a_folder_and_images_without_labels()
    {
        using WorkFolder folder = new();
        File.WriteAllBytes(folder.File("t10k-images-idx3-ubyte"), Images);
        File.WriteAllBytes(folder.File("t10k-labels-idx1-ubyte"), Labels);
        Tool.Do(folder, "encode rate . --split test --num-steps 2 -o labelled.idv");
        Tool.Do(folder, "encode rate t10k-images-idx3-ubyte --num-steps 2 -o alone.idv");
        Assert.Equal([7u + 1, 3u + 1], Load(folder, "labelled.idv").GetColumn<uint>("Label"));
        Assert.Equal(["Spikes"], Load(folder, "alone.idv").Schema.Select(column => column.Name));
    }

    [Theory]
    [InlineData("encode rate pipe -o a.npz")]
    [InlineData("encode rate images --labels-file pipe -o a.npz")]
    [InlineData("encode rate --split test . -o a.npz")]
    [InlineData("encode rate /dev/zero --input-format idx -o a.npz")]
    [InlineData("info pipe")]
    [InlineData("encode model pipe images -o a.npz")]
    public async Task Pipes_and_devices_are_refused_instead_of_waited_for(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files on Windows.");
        using WorkFolder folder = new();
        File.WriteAllBytes(folder.File("images"), Images);
        foreach (string pipe in new[] { "pipe", "t10k-images-idx3-ubyte" })
            Tool.Finish(Tool.Start(folder, "mkfifo", [pipe]));
        File.WriteAllBytes(folder.File("t10k-labels-idx1-ubyte"), Labels);
        Outcome outcome = await Task.Run(() => Tool.Run(folder, command.Split(' '))).WaitAsync(TimeSpan.FromMinutes(1),
            TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.Contains("is not a regular file but a pipe or a device", outcome.Errors);
    }

    private static IDataView Load(WorkFolder folder, string name) => new MLContext().Data.LoadFromBinary(folder.File(name));
}
