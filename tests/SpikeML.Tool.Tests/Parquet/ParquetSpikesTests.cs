using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Parquet;

public class ParquetSpikesTests
{
    private const string Encode = "encode rate --sample-digits 60 --num-steps 100 --seed 1 -o";

    [Theory]
    [InlineData("")]
    [InlineData(" --sparse")]
    public void Encode_writes_the_spikes_and_labels_of_the_other_formats(string layout)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, $"{Encode} a.parquet{layout}");
        Tool.Do(folder, $"{Encode} a.npz --sparse");
        foreach (string file in new[] { "a.parquet", "a.npz" })
            // The last row is in the second row group.
            Tool.Do(folder, $"raster {file} --row 59 -o {file}.csv");
        Assert.Equal(folder.Bytes("a.npz.csv"), folder.Bytes("a.parquet.csv"));
        using FileStream npz = File.OpenRead(folder.File("a.npz"));
        Assert.Equal(((NpyArray<long>)NpzFile.Read(npz)["labels"]).Values,
            ParquetFiles.Read<long>(folder.File("a.parquet"), "Label").Values);
        Assert.Contains("each: 100 steps x [28, 28] neurons", Tool.Do(folder, "info a.parquet"));
    }

    [Fact]
    public void Encode_writes_a_list_of_all_values_or_three_lists_of_spikes()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "1,0", "0,0", "1,1");
        Tool.Do(folder, "encode rate table.csv --num-steps 2 -o dense.parquet");
        Tool.Do(folder, "encode rate table.csv --num-steps 2 -o sparse.parquet --sparse");
        (float[] dense, int[]? lengths) = ParquetFiles.Read<float>(folder.File("dense.parquet"), "Spikes");
        Assert.Equal([1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1], dense);
        Assert.Equal([4, 4, 4], lengths!);
        (int[] steps, lengths) = ParquetFiles.Read<int>(folder.File("sparse.parquet"), "step");
        Assert.Equal([0, 1, 0, 0, 1, 1], steps);
        Assert.Equal([2, 0, 4], lengths!);
        Assert.Equal([0, 0, 0, 1, 0, 1], ParquetFiles.Read<int>(folder.File("sparse.parquet"), "neuron").Values);
        Assert.Equal([1, 1, 1, 1, 1, 1], ParquetFiles.Read<float>(folder.File("sparse.parquet"), "value").Values);
    }

    [Theory]
    [InlineData("raster foreign.parquet -o a.png", ExitCode.BadInput, "'foreign.parquet' holds no spikes of 'spikeml encode'")]
    [InlineData("raster spikes.parquet --column Label -o a.png", ExitCode.Usage,
        "There is no column 'Label' in 'spikes.parquet'")]
    [InlineData("raster short.parquet -o a.png", ExitCode.BadInput, "Row 0 of 'short.parquet' is damaged: ")]
    [InlineData("encode rate labelled.parquet --label value --features x --num-steps 2 --sparse -o a.parquet", ExitCode.Usage,
        "The label 'value' has the name of a column of spikes: rename it in the input")]
    [InlineData("merge spikes.parquet short.parquet -o a.parquet", ExitCode.BadInput,
        "'short.parquet' has rows of [2, 2] in the columns Spikes (list of Single), 'spikes.parquet' has rows of [2, 1]")]
    [InlineData("encode rate --sample-digits 2 -o - --output-format parquet", ExitCode.Usage,
        "--output-format expects csv or npy")]
    public void Commands_say_what_is_wrong_with_a_file(string command, int exitCode, string message)
    {
        using WorkFolder folder = new();
        ParquetFiles.Write(folder.File("foreign.parquet"), 1, ("x", new[] { 1.0 }));
        ParquetFiles.WriteSpikes(folder.File("spikes.parquet"), [2, 1], [1, 0]);
        ParquetFiles.WriteSpikes(folder.File("short.parquet"), [2, 2], [1, 0]);
        ParquetFiles.Write(folder.File("labelled.parquet"), 1, ("x", new[] { 1.0 }), ("value", new[] { 1L }));
        Tool.Refuse(folder, command, exitCode, message);
    }
}
