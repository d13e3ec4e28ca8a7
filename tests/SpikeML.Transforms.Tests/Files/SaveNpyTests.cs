using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Files;

public class SaveNpyTests
{
    [Fact]
    public void SaveNpy_writes_all_rows_of_a_column()
    {
        MLContext context = new(seed: 1);
        using TemporaryFolder folder = new();
        OneColumn.Of(context, [2, 2], [1, 2, 3, 4], [5, 6, 7, 8], [0, 0, 0, 9]).SaveNpy("Features", folder.File("rows.npy"));
        using FileStream file = File.OpenRead(folder.File("rows.npy"));
        NpyArray read = NpyFile.Read(file);
        Assert.Equal([3, 2, 2], read.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 9], Assert.IsType<NpyArray<float>>(read).Values);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void SaveNpy_keeps_the_digits_of_a_Double_column()
    {
        MLContext context = new(seed: 1);
        using TemporaryFolder folder = new();
        OneColumn.Of(context, "Features", [2], [[16777217, 0.1], [1e40, double.NaN]])
            .SaveNpy("Features", folder.File("rows.npy"));
        using FileStream file = File.OpenRead(folder.File("rows.npy"));
        NpyArray read = NpyFile.Read(file);
        Assert.Equal([2, 2], read.Shape);
        Assert.Equal([16777217, 0.1, 1e40, double.NaN], Assert.IsType<NpyArray<double>>(read).Values);
        Assert.Throws<InvalidOperationException>(() => read.ToSingles());
    }

    [Fact]
    public void SaveNpy_names_what_is_missing_and_keeps_the_old_file_when_a_row_fails()
    {
        MLContext context = new(seed: 1);
        using TemporaryFolder folder = new();
        IDataView data = OneColumn.Of(context, [2], [0.5f, 1], [0.5f, float.NaN]);
        string nowhere = Path.Combine(folder.Path, "nowhere");
        Assert.Contains($"the folder '{nowhere}' does not exist",
            Assert.Throws<DirectoryNotFoundException>(() => data.SaveNpy("Features", Path.Combine(nowhere, "a.npy"))).Message,
                StringComparison.Ordinal);
        Assert.Contains("The columns are: Features.", Assert.Throws<ArgumentOutOfRangeException>(() =>
            data.SaveNpy("Spikes", folder.File("a.npy"))).Message, StringComparison.Ordinal);

        File.WriteAllText(folder.File("old.npy"), "old");
        IDataView spikes = context.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data).Transform(data);
        Assert.Throws<InvalidFeatureException>(() => spikes.SaveNpy("Spikes", folder.File("old.npy")));
        Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
    }

}
