using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Parquet;

public class ParquetInputTests
{
    private static readonly double[] Half = [0.1, 1, 0.25], Rest = [0.5, 0, 0.75];

    /// <summary>Each type represents 0 and 1 exactly, so the spikes are those of the values, row by row.</summary>
    public static TheoryData<string, Array> Types => new()
    {
        { "Boolean", new[] { true, false, true } },
        { "SByte", new sbyte[] { 1, 0, 1 } },
        { "Byte", new byte[] { 1, 0, 1 } },
        { "Int16", new short[] { 1, 0, 1 } },
        { "UInt16", new ushort[] { 1, 0, 1 } },
        { "Int32", new[] { 1, 0, 1 } },
        { "UInt32", new uint[] { 1, 0, 1 } },
        { "Int64", new long[] { 1, 0, 1 } },
        { "UInt64", new ulong[] { 1, 0, 1 } },
        { "Single", new float[] { 1, 0, 1 } },
        { "Double", new double[] { 1, 0, 1 } },
        { "Decimal", new decimal[] { 1, 0, 1 } },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Encode_reads_every_type_of_numbers(string type, Array values)
    {
        using WorkFolder folder = new();
        ParquetFiles.Write(folder.File("x.parquet"), 1, ("x", values));
        Assert.Equal($"  x: {type}\nrows: 3\n", Tool.Do(folder, "info x.parquet").ReplaceLineEndings("\n"));
        Tool.Do(folder, "encode rate x.parquet --num-steps 2 -o a.parquet");
        Assert.Equal([1, 1, 0, 0, 1, 1], ParquetFiles.Read<float>(folder.File("a.parquet"), "Spikes").Values);
    }

    [Theory]
    [InlineData("x.parquet --label kind")]
    [InlineData("x.parquet --label 2 --features 0..b")]
    [InlineData("many.parquet --label kind --features a,b")]
    [InlineData("lists.parquet")]
    public void Encode_gives_the_spikes_of_the_same_table(string input)
    {
        using WorkFolder folder = Inputs();
        Tool.Do(folder, "encode rate table.csv --label kind --num-steps 7 --seed 1 -o expected.csv");
        Tool.Do(folder, $"encode rate {input} --num-steps 7 --seed 1 -o actual.csv");
        Assert.Equal(folder.Bytes("expected.csv"), folder.Bytes("actual.csv"));
    }

    [Theory]
    [InlineData("kind", "cat,dog,dog,cöw")]
    [InlineData("count", "0,1,2,3")]
    public void Encode_reads_a_file_of_Arrow_with_lists_row_groups_and_labels_that_may_be_missing(string label, string expected)
    {
        using WorkFolder folder = new();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Golden", "parquet", "arrow.parquet"), folder.File("arrow.parquet"));
        Tool.Do(folder, $"encode rate arrow.parquet --label {label} --num-steps 400 --seed 1 -o a.parquet");
        (float[] spikes, int[]? lengths) = ParquetFiles.Read<float>(folder.File("a.parquet"), "Spikes");
        Assert.Equal([1200, 1200, 1200, 1200], lengths!);
        float[] rates = [.. Enumerable.Range(0, 12).Select(i =>
            Enumerable.Range(0, 400).Average(step => spikes[i / 3 * 1200 + step * 3 + i % 3]))];
        float[] pixels = [0, 0.5f, 1, 1, 0.25f, 0, 0.5f, 0.5f, 0.5f, 0, 0, 1];
        Assert.All(pixels.Zip(rates), pair => Assert.Equal(pair.First, pair.Second, 0.13f));
        string labels = label == "kind"
            ? string.Join(',', ParquetFiles.Read<ReadOnlyMemory<char>>(folder.File("a.parquet"), label).Values)
            : string.Join(',', ParquetFiles.Read<long>(folder.File("a.parquet"), label).Values);
        Assert.Equal(expected, labels);
    }

    [Fact]
    public void Fit_compare_and_predict_read_tables()
    {
        using WorkFolder folder = Inputs();
        Tool.Do(folder, "fit latency x.parquet --label kind --scale -o encoder.zip");
        Tool.Do(folder, "encode model encoder.zip x.parquet --label kind -o a.parquet");
        Tool.Do(folder, "encode latency table.csv --label kind --scale -o b.csv");
        Tool.Do(folder, "encode latency x.parquet --label kind --scale -o c.csv");
        Assert.Equal(folder.Bytes("b.csv"), folder.Bytes("c.csv"));
        Assert.Contains("rate", Tool.Do(folder, "compare x.parquet --label kind"));
        SavedModels.WriteRegression(folder.File("model.zip"));
        folder.Write("sizes.csv", "Größe,Height", "1,3", "4,0");
        ParquetFiles.Write(folder.File("sizes.parquet"), 1, ("Größe", new[] { 1L, 4L }), ("Height", new[] { 3.0, 0.0 }));
        Assert.Equal(Tool.Do(folder, "predict model.zip sizes.csv"), Tool.Do(folder, "predict model.zip sizes.parquet"));
    }

    [Fact]
    public void Encode_uses_row_keys_and_keeps_columns()
    {
        using WorkFolder folder = Inputs();
        foreach (string input in new[] { "table.csv", "x.parquet" })
        {
            Tool.Do(folder, $"encode rate {input} --row-key kind --seed 1 --num-steps 9 -o {input}.idv --keep kind");
            Tool.Do(folder, $"raster {input}.idv --row 1 -o {input}.spikes.csv");
        }
        Assert.Contains("kind: String", Tool.Do(folder, "info x.parquet.idv"));
        Assert.Equal(folder.Bytes("table.csv.spikes.csv"), folder.Bytes("x.parquet.spikes.csv"));
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "big.parquet", ExitCode.BadInput,
            "The column 'x' of 'big.parquet' holds 9007199254740993, which double precision cannot represent" },
        { "null.parquet", ExitCode.BadInput, "'null.parquet', row 3, column 'x': the value is NaN. " },
        { "null.parquet --label x --features y", ExitCode.BadInput, "'null.parquet', row 3, column 'x': there is no label." },
        { "when.parquet", ExitCode.Usage,
            "The column 'when' of 'when.parquet' holds DateTime, which cannot be encoded: "
            + "name x with --features." },
        { "when.parquet --label when", ExitCode.Usage, "--label 'when': the column holds DateTime in 'when.parquet'" },
        { "x.parquet", ExitCode.Usage, "The column 'kind' of 'x.parquet' holds text, which cannot be encoded: name one of a, b" },
        { "x.parquet --features a,c", ExitCode.Usage, "There is no column 'c' in 'x.parquet'" },
        { "uneven.parquet", ExitCode.BadInput, "'uneven.parquet', row 2, column 'x': the list has 1 value, but that of the first "
            + "row has 2: all must be equally long." },
        { "hollow.parquet", ExitCode.BadInput, "'hollow.parquet', row 0, column 'x': the list is empty or missing" },
        { "none.parquet", ExitCode.BadInput, "'none.parquet' has no rows, so it is unknown how long the lists of 'x' are." },
        { "cut.parquet", ExitCode.BadInput, "'cut.parquet' is damaged, or is not a Parquet file: " },
        { "flipped.parquet --label kind", ExitCode.BadInput, "'flipped.parquet' is damaged, or is not a Parquet file: " },
        { "x.parquet --separator tab", ExitCode.Usage, "can only be used with tables (csv)" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Encode_says_what_is_wrong_with_a_file(string input, int exitCode, string message)
    {
        using WorkFolder folder = Inputs();
        ParquetFiles.Write(folder.File("big.parquet"), 1, ("x", new[] { 1, (1L << 53) + 1 }));
        ParquetFiles.Write(folder.File("null.parquet"), 2, ("x", new double?[] { 0, 1, 0, null }),
            ("y", new double?[] { 0, 1, 0, 0 }));
        ParquetFiles.Write(folder.File("when.parquet"), 1, ("x", new[] { 1.0 }), ("when", new[] { DateTime.UnixEpoch }));
        ParquetFiles.WriteLists(folder.File("uneven.parquet"), "x", [1, 0], [0, 0], [1]);
        ParquetFiles.WriteLists(folder.File("hollow.parquet"), "x", [], [0, 0]);
        ParquetFiles.WriteLists(folder.File("none.parquet"), "x");
        byte[] whole = folder.Bytes("x.parquet");
        File.WriteAllBytes(folder.File("cut.parquet"), whole[..^3]);
        whole[^8] ^= 4;
        File.WriteAllBytes(folder.File("flipped.parquet"), whole);
        Tool.Refuse(folder, $"encode rate {input} -o a.npz", exitCode, message);
    }

    private static WorkFolder Inputs()
    {
        WorkFolder folder = new();
        folder.Write("table.csv", "a,b,kind", "0.1,0.5,one", "1,0,two", "0.25,0.75,one");
        string?[] kinds = ["one", "two", "one"];
        ParquetFiles.Write(folder.File("x.parquet"), 1, ("a", Half), ("b", Rest), ("kind", kinds));
        ParquetFiles.Write(folder.File("many.parquet"), 3, ("b", Rest), ("kind", kinds), ("a", Half));
        ParquetFiles.WriteLists(folder.File("lists.parquet"), "x", [0.1f, 0.5f], [1, 0], [0.25f, 0.75f]);
        return folder;
    }
}
