using System.Diagnostics;
using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Events;

public class NpyFileTests
{
    public static TheoryData<int[]> Shapes => new() { Array.Empty<int>(), new[] { 0 }, new[] { 7 }, new[] { 2, 3 }, new[] { 4, 1, 5, 2 }, Enumerable.Repeat(1, 60).ToArray() };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Read_gives_what_Write_was_given(int[] shape)
    {
        float[] values = [.. Enumerable.Range(0, shape.Aggregate(1, (product, dimension) => product * dimension)).Select(i => i * 0.5f - 1)];
        using MemoryStream stream = new();
        NpyFile.Write(stream, values, shape);
        Assert.Equal(0, (stream.Length - values.Length * 4) % 64);
        stream.Position = 0;
        NpyArray read = NpyFile.Read(stream);
        Assert.Equal(values, read.Values);
        Assert.Equal(shape, read.Shape);
    }

    [Fact]
    public void Read_refuses_every_file_that_is_cut_off_and_what_is_no_such_file()
    {
        using MemoryStream stream = new();
        NpyFile.Write(stream, [1, 2, 3], 3);
        byte[] file = stream.ToArray();
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<FormatException>(() => NpyFile.Read(new MemoryStream(file, 0, length)));
        file[1] = 0;
        Assert.Throws<FormatException>(() => NpyFile.Read(new MemoryStream(file)));
    }

    [Fact]
    public void Npz_keeps_arrays_by_name()
    {
        foreach (bool compress in new[] { true, false })
        {
            using MemoryStream stream = new();
            NpzFile.Write(stream, new Dictionary<string, NpyArray> { ["a"] = new([1, 2], [2]), ["b"] = new([3], [1, 1]) }, compress);
            stream.Position = 0;
            var read = NpzFile.Read(stream);
            Assert.Equal([1, 2], read["a"].Values);
            Assert.Equal([1, 1], read["b"].Shape);
        }
        Assert.Throws<FormatException>(() => NpzFile.Read(new MemoryStream([1, 2, 3])));
    }

    [Fact]
    public void SaveNpy_writes_all_rows_of_a_column()
    {
        MLContext context = new(seed: 1);
        using TemporaryFolder folder = new();
        OneColumn.Of(context, [2, 2], [1, 2, 3, 4], [5, 6, 7, 8], [0, 0, 0, 9]).SaveNpy("Features", folder.File("rows.npy"));
        using FileStream file = File.OpenRead(folder.File("rows.npy"));
        NpyArray read = NpyFile.Read(file);
        Assert.Equal([3, 2, 2], read.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 9], read.Values);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void SaveNpy_names_what_is_missing_and_keeps_the_old_file_when_a_row_fails()
    {
        MLContext context = new(seed: 1);
        using TemporaryFolder folder = new();
        IDataView data = OneColumn.Of(context, [2], [0.5f, 1], [0.5f, float.NaN]);
        string nowhere = Path.Combine(folder.Path, "nowhere");
        Assert.Contains($"there is no folder '{nowhere}'",
            Assert.Throws<DirectoryNotFoundException>(() => data.SaveNpy("Features", Path.Combine(nowhere, "a.npy"))).Message, StringComparison.Ordinal);
        Assert.Contains("The columns are: Features.", Assert.Throws<ArgumentOutOfRangeException>(() => data.SaveNpy("Spikes", folder.File("a.npy"))).Message, StringComparison.Ordinal);

        File.WriteAllText(folder.File("old.npy"), "old");
        IDataView spikes = context.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data).Transform(data);
        Assert.Throws<InvalidFeatureException>(() => spikes.SaveNpy("Spikes", folder.File("old.npy")));
        Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Fact]
    public void NumPy_reads_what_is_written_and_writes_what_is_read()
    {
        Assert.SkipUnless(Python("import numpy").ExitCode == 0, "There is no python3 with NumPy on this machine.");
        using TemporaryFolder folder = new();
        using (FileStream file = File.Create(folder.File("a.npy")))
            NpyFile.Write(file, [1, 2, 3, 4, 5, -6.5f], 2, 3);
        using (FileStream file = File.Create(folder.File("a.npz")))
            NpzFile.Write(file, new Dictionary<string, NpyArray> { ["spikes"] = new([1, 0, 1], [3]) });
        (int exitCode, string output) = Python(
            "import numpy, sys; f = sys.argv[1]; a = numpy.load(f + '/a.npy'); z = numpy.load(f + '/a.npz')['spikes']; "
            + "print(a.shape, a.dtype, a.tolist(), z.tolist()); "
            + "[numpy.save(f + '/' + t + '.npy', a.astype(t)) for t in ('float32', 'float64', 'int8', 'int16', 'int32', 'int64')]", folder.Path);
        Assert.True(exitCode == 0, output);
        Assert.Equal("(2, 3) float32 [[1.0, 2.0, 3.0], [4.0, 5.0, -6.5]] [1.0, 0.0, 1.0]", output.Trim());
        foreach (string type in new[] { "float32", "float64", "int8", "int16", "int32", "int64" })
        {
            using FileStream file = File.OpenRead(folder.File(type + ".npy"));
            Assert.Equal([1, 2, 3, 4, 5, type[0] == 'f' ? -6.5f : -6], NpyFile.Read(file).Values);
        }
    }

    private static (int ExitCode, string Output) Python(string script, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("SPIKEML_PYTHON") ?? "python3", ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : errors.Result);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
