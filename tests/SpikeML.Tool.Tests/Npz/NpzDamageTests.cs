using SpikeML.Tool.Npz;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Npz;

public class NpzDamageTests
{
    [Theory]
    [InlineData("spikes.npz", "spikes")]
    [InlineData("sparse.npz", "indices")]
    public void Raster_refuses_a_file_without_a_record_in_which_a_bit_flipped_and_names_it(string name, string array)
    {
        using WorkFolder folder = new();
        folder.CopyGolden(name);
        byte[] bytes = folder.Bytes(name);
        // In the content of the first array, which begins behind the member's header of 30 bytes, its name and NumPy's header.
        bytes[170] ^= 16;
        File.WriteAllBytes(folder.File(name), bytes);
        Outcome outcome = Tool.Run(folder, "info", name);
        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.Contains($"The array '{array}' of '{name}' is damaged", outcome.Errors);
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
        string[] lines = Tool.Do(folder, "info a.npz").Split('\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("good: <i8 [2]", lines[0]);
        Assert.StartsWith("objects: The array 'objects' of 'a.npz' holds Python objects", lines[1]);
        Assert.Equal("last: <U1 [1, 1]", lines[2]);
        Assert.Contains("It is not clear which array of 'a.npz' holds the spikes: name one of good, objects, last with --array.",
            Tool.Run(folder, "raster", "a.npz", "-o", "a.png").Errors);
    }
}
