using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Npy;

public class NpyInputTests
{
    private static readonly double[] Features = [0.1, 0.5, 1, 0, 0.25, 0.75];

    private static readonly long[] Labels = [2, 0, 1];

    /// <summary>Each type represents 0 and 1 exactly, so the spikes are those of the table.</summary>
    public static TheoryData<string, NpyArray> Types => new()
    {
        { "?", new NpyArray<bool>([true, false, true, true], [2, 2]) },
        { "i1", new NpyArray<sbyte>([1, 0, 1, 1], [2, 2]) },
        { "i2", new NpyArray<short>([1, 0, 1, 1], [2, 2]) },
        { "u2", new NpyArray<ushort>([1, 0, 1, 1], [2, 2]) },
        { "i4", new NpyArray<int>([1, 0, 1, 1], [2, 2]) },
        { "u4", new NpyArray<uint>([1, 0, 1, 1], [2, 2]) },
        { "i8", new NpyArray<long>([1, 0, 1, 1], [2, 2]) },
        { "u8", new NpyArray<ulong>([1, 0, 1, 1], [2, 2]) },
        { "f2", new NpyArray<Half>([(Half)1, (Half)0, (Half)1, (Half)1], [2, 2]) },
        { "f4", new NpyArray<float>([1, 0, 1, 1], [2, 2]) },
        { "f8", new NpyArray<double>([1, 0, 1, 1], [2, 2]) },
        { "u1", new NpyArray<byte>([1, 0, 1, 1], [2, 2]) },
    };

    [Theory]
    [InlineData("x.npy --labels-file y.npy")]
    [InlineData("both.npz --array x --label y")]
    [InlineData("two.npz")]
    public void Encode_gives_the_spikes_and_labels_of_the_same_table(string input)
    {
        using WorkFolder folder = Inputs();
        Tool.Do(folder, "encode rate table.csv --num-steps 7 --label kind -o table.npz");
        Tool.Do(folder, $"encode rate {input} --num-steps 7 -o array.npz");
        (IReadOnlyDictionary<string, NpyArray> expected, IReadOnlyDictionary<string, NpyArray> actual) =
            (Read(folder, "table.npz"), Read(folder, "array.npz"));
        Assert.Equal(expected["spikes"].Values, actual["spikes"].Values);
        Assert.Equal(Labels, actual["labels"].Values);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Encode_reads_every_type_of_numbers(string type, NpyArray array)
    {
        using WorkFolder folder = new();
        Write(folder, "x.npy", array);
        Tool.Do(folder, "encode rate x.npy --num-steps 3 -o a.npz");
        Assert.True(Read(folder, "a.npz")["spikes"].ToSingles() is [1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1], type);
    }

    [Fact]
    public void Encode_recognizes_arrays_by_their_content_and_keeps_their_dimensions()
    {
        using WorkFolder folder = new();
        Write(folder, "images.dat", new NpyArray<byte>(new byte[24], [2, 3, 4]));
        Tool.Do(folder, "encode latency images.dat --num-steps 5 --normalize -o a.npz");
        Assert.Equal([2, 5, 3, 4], Read(folder, "a.npz")["spikes"].Shape);
    }

    [Fact]
    public void Encode_writes_shards_of_npy_that_merge_to_the_file_of_one_run()
    {
        using WorkFolder folder = Inputs();
        Tool.Do(folder, "encode rate x.npy --num-steps 7 -o a.npy");
        for (int shard = 0; shard < 2; shard++)
            Tool.Do(folder, $"encode rate x.npy --num-steps 7 -o a.npy --shard {shard}/2");
        Tool.Do(folder, "merge a-0-of-2.npy a-1-of-2.npy -o merged.npy");
        Assert.Equal(folder.Bytes("a.npy"), folder.Bytes("merged.npy"));
        Assert.Contains("rows: 3", Tool.Do(folder, "info merged.npy"));
    }

    [Fact]
    public void Info_and_raster_read_arrays_of_other_programs()
    {
        using WorkFolder folder = new();
        Write(folder, "s.npy", new NpyArray<bool>([true, false, false, true, true, true], [1, 3, 2]));
        Assert.Equal("  array: |b1 [1, 3, 2]\n", Tool.Do(folder, "info s.npy").ReplaceLineEndings("\n"));
        Tool.Do(folder, "raster s.npy -o s.csv");
        Assert.Equal(5, File.ReadAllLines(folder.File("s.csv")).Length);
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "big.npy", ExitCode.BadInput, "'big.npy' holds 9007199254740993, which double precision cannot represent" },
        { "nan.npy", ExitCode.BadInput, "'nan.npy', at [1, 0, 1]: the value is NaN. " },
        { "text.npy", ExitCode.BadInput, "'text.npy' is of NumPy's type '<U5', which is not supported" },
        { "scalar.npy", ExitCode.BadInput, "'scalar.npy' is a single value" },
        { "empty.npy", ExitCode.BadInput, "'empty.npy' has the dimensions [3, 0]: each row must have 1 to " },
        { "cut.npy", ExitCode.BadInput, "'cut.npy' is damaged or cut off" },
        { "x.npy --features a", ExitCode.Usage, "--features can only be used with tables" },
        { "x.npy --label y", ExitCode.Usage, "name the file of the labels with --labels-file" },
        { "x.npy --array y", ExitCode.Usage, "--array can only be used with .npz files." },
        { "x.npy --labels-file big.npy", ExitCode.BadInput,
            "'big.npy' has the dimensions [1, 2]: labels must have one dimension" },
        { "scalar.npy --labels-file y.npy", ExitCode.BadInput, "is a single value" },
        { "nan.npy --labels-file y.npy", ExitCode.BadInput, "'y.npy' has 3 labels, but 'nan.npy' has 2 rows." },
        { "both.npz", ExitCode.Usage, "It is not clear which array of 'both.npz' holds the rows to encode: name one of x, y" },
        { "both.npz --array X", ExitCode.Usage, "There is no array 'X' in 'both.npz': name one of x, y, z with --array. Did you "
            + "mean 'x'?" },
        { "both.npz --array x --features x", ExitCode.Usage, "name the array of a .npz file with --array" },
        { "model.zip", ExitCode.BadInput, "'model.zip' holds no NumPy array for the rows to encode. Is it a model" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Encode_says_what_is_wrong_with_an_array(string input, int exitCode, string message)
    {
        using WorkFolder folder = Inputs();
        Write(folder, "big.npy", new NpyArray<long>([1, (1L << 53) + 1], [1, 2]));
        Write(folder, "nan.npy", new NpyArray<double>([0, 0, 0, double.NaN], [2, 1, 2]));
        Write(folder, "text.npy", new NpyArray<string>(["large", "a"], [2]));
        Write(folder, "scalar.npy", new NpyArray<float>([1], []));
        Write(folder, "empty.npy", new NpyArray<float>([], [3, 0]));
        File.WriteAllBytes(folder.File("cut.npy"), folder.Bytes("x.npy")[..^3]);
        Tool.Do(folder, "fit rate x.npy -o model.zip");
        Tool.Refuse(folder, $"encode rate {input} -o a.npz", exitCode, message);
    }

    private static WorkFolder Inputs()
    {
        WorkFolder folder = new();
        folder.Write("table.csv", "a,b,kind", "0.1,0.5,2", "1,0,0", "0.25,0.75,1");
        NpyArray<double> features = new(Features, [3, 2]);
        NpyArray<long> labels = new(Labels, [3]);
        Write(folder, "x.npy", features);
        Write(folder, "y.npy", labels);
        WriteAll(folder, "both.npz", ("x", features), ("y", labels), ("z", labels));
        WriteAll(folder, "two.npz", ("labels", labels), ("anything", features));
        return folder;
    }

    private static void Write(WorkFolder folder, string name, NpyArray array)
    {
        using FileStream file = File.Create(folder.File(name));
        NpyFile.Write(file, array);
    }

    private static void WriteAll(WorkFolder folder, string name, params (string Name, NpyArray Array)[] arrays)
    {
        using FileStream file = File.Create(folder.File(name));
        NpzFile.Write(file, arrays.Select(array => KeyValuePair.Create(array.Name, array.Array)));
    }

    private static IReadOnlyDictionary<string, NpyArray> Read(WorkFolder folder, string name)
    {
        using FileStream file = File.OpenRead(folder.File(name));
        return NpzFile.Read(file);
    }
}
