using SpikeML.Tool.Npz;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Npz;

public class NpzDamageTests
{
    [Theory]
    [InlineData("", "spikes")]
    [InlineData(" --sparse", "indices")]
    public void Merge_refuses_a_shard_in_which_a_bit_flipped_and_names_array_and_file(string sparse, string array)
    {
        using WorkFolder folder = new();
        for (int shard = 0; shard < 2; shard++)
            Tool.Do(folder, $"encode rate --sample-digits 12 --num-steps 5 -o spikes.npz --shard {shard}/2{sparse}");
        byte[] bytes = folder.Bytes("spikes-1-of-2.npz");
        // In the middle of the first array, whose content takes most of the file.
        bytes[bytes.Length / 4] ^= 16;
        File.WriteAllBytes(folder.File("spikes-1-of-2.npz"), bytes);
        string[] before = folder.Files();
        foreach (string command in new[] { "merge spikes-0-of-2.npz spikes-1-of-2.npz -o merged.npz",
            "raster spikes-1-of-2.npz --row 5 -o a.png" })
        {
            Outcome outcome = Tool.Run(folder, command.Split(' '));
            Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
            // What it damages may be noticed before the checksum, which follows the last value.
            Assert.Contains(command.StartsWith("merge", StringComparison.Ordinal)
                ? $"The array '{array}' of 'spikes-1-of-2.npz' is damaged" : "of 'spikes-1-of-2.npz' is damaged", outcome.Errors);
            Assert.Equal(before, folder.Files());
        }
    }

    [Theory]
    [InlineData(2L, 65536L, 65536L)]
    [InlineData(2L, -3L, 5L)]
    [InlineData(2L, 1L << 40, 5L)]
    public void Info_refuses_dimensions_that_no_row_can_have(params long[] dimensions)
    {
        using WorkFolder folder = new();
        using (FileStream file = File.Create(folder.File("a.npz")))
        {
            using NpzWriter archive = new(file, Compression.Fastest);
            archive.Write<int>(SparseNpzOutput.Slots, []);
            archive.Write<float>(SparseNpzOutput.Values, []);
            archive.Write<long>(SparseNpzOutput.Starts, [0, 0]);
            archive.Write<long>(SparseNpzOutput.Dimensions, dimensions);
        }
        Outcome info = Tool.Run(folder, "info", "a.npz");
        Assert.True(info.ExitCode == ExitCode.BadInput, $"{info.ExitCode}: {info.Errors}");
        Assert.Contains("'a.npz'", info.Errors);
    }

    [Fact]
    public void Info_shows_the_arrays_that_can_be_read_beside_one_that_cannot()
    {
        using WorkFolder folder = new();
        using (FileStream file = File.Create(folder.File("a.npz")))
        {
            using NpzWriter archive = new(file, Compression.Fastest);
            archive.Write<long>("good", [1, 2]);
            using (NpyWriter objects = archive.Begin("objects", NpyType.Parse("|O"), 1))
                objects.WriteBytes([1, 2, 3]);
            archive.Write("last", new NpyArray<string>(["x"], [1, 1]));
        }
        Outcome info = Tool.Run(folder, "info", "a.npz");
        Assert.Equal(ExitCode.BadInput, info.ExitCode);
        string[] lines = info.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("good: <i8 [2]", lines[0]);
        Assert.StartsWith("objects: The array 'objects' of 'a.npz' holds Python objects", lines[1]);
        Assert.Equal("last: <U1 [1, 1]", lines[2]);
        Assert.Contains("The array 'spikes' of 'a.npz' is missing. The arrays are: 'good', 'objects', 'last'.", info.Errors);
    }
}
