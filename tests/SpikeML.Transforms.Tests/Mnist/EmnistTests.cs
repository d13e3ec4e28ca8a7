using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Tests.Mnist;

public sealed class EmnistTests : IDisposable
{
    private const string AllCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly MLContext _mlContext = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(EmnistSet.ByClass, "byclass", 0, AllCharacters)]
    [InlineData(EmnistSet.ByMerge, "bymerge", 0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt")]
    [InlineData(EmnistSet.Balanced, "balanced", 0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt")]
    [InlineData(EmnistSet.Letters, "letters", 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    public void LoadMnist_gives_every_class_of_a_set_its_name(EmnistSet set, string fileName, int first, string names)
    {
        Write($"emnist-{fileName}-test", [.. Enumerable.Range(first, names.Length).Select(label => (byte)label)]);

        IDataView data = _mlContext.Data.LoadMnist(_folder.Path, set, MnistSplit.Test);

        Assert.Equal((ulong)names.Length, ((KeyDataViewType)data.Schema["Label"].Type).Count);
        VBuffer<ReadOnlyMemory<char>> values = default;
        data.Schema["Label"].GetKeyValues(ref values);
        Assert.Equal(names, string.Concat(values.DenseValues()));
        Assert.Equal(Enumerable.Range(1, names.Length), data.GetColumn<uint>("Label").Select(key => (int)key));
    }

    [Theory]
    [InlineData(EmnistSet.Digits, "digits")]
    [InlineData(EmnistSet.Mnist, "mnist")]
    public void LoadMnist_gives_the_digits_of_EMNIST_the_keys_of_MNIST(EmnistSet set, string fileName)
    {
        Write($"emnist-{fileName}-train", [0, 9]);

        IDataView data = _mlContext.Data.LoadMnist(_folder.Path, set);

        VBuffer<int> values = default;
        data.Schema["Label"].GetKeyValues(ref values);
        Assert.Equal(Enumerable.Range(0, 10), values.DenseValues());
        Assert.Equal([1u, 10u], data.GetColumn<uint>("Label"));
    }

    [Fact]
    public void LoadMnist_turns_the_images_of_EMNIST_upright()
    {
        // Two images of 2 x 3 pixels, stored column by column.
        string images = _folder.Write("images",
            IdxBytes.File(IdxBytes.ImagesMagic, [2, 3, 2], 1, 4, 2, 5, 3, 6, 7, 0, 8, 0, 9, 0));
        string labels = _folder.Write("labels", IdxBytes.Gzip(IdxBytes.Labels(61, 0)));

        IDataView data = _mlContext.Data.LoadMnist(images, labels, EmnistSet.ByClass);

        Assert.Equal([2, 3], ((VectorDataViewType)data.Schema["Features"].Type).Dimensions);
        float[][] rows = [.. data.GetColumn<float[]>("Features")];
        Assert.Equal(new float[] { 1, 2, 3, 4, 5, 6 }.Select(pixel => pixel / 255), rows[0]);
        Assert.Equal(new float[] { 7, 8, 9, 0, 0, 0 }.Select(pixel => pixel / 255), rows[1]);
    }

    [Theory]
    [InlineData(EmnistSet.ByClass, 62, "0 to 61")]
    [InlineData(EmnistSet.Letters, 0, "1 to 26")]
    [InlineData(EmnistSet.Letters, 27, "1 to 26")]
    [InlineData(EmnistSet.Balanced, 47, "0 to 46")]
    public void LoadMnist_refuses_a_label_that_is_not_of_the_set(EmnistSet set, byte label, string range)
    {
        (string images, string labels) = Write("x", [1, label]);
        var error = Assert.Throws<InvalidDataException>(() => _mlContext.Data.LoadMnist(images, labels, set));
        Assert.StartsWith($"{labels}: expected labels from {range}, found {label} at index 1.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emnist-digits-train", true)]
    [InlineData("train", false)]
    public void LoadMnist_warns_when_a_file_named_as_EMNIST_is_read_as_MNIST(string name, bool warns)
    {
        List<string> warnings = [];
        _mlContext.Log += (_, entry) =>
        {
            if (entry.Kind == ChannelMessageKind.Warning)
                warnings.Add(entry.Message);
        };
        (string images, string labels) = Write(name, [1, 2]);

        Assert.Equal(10ul, ((KeyDataViewType)_mlContext.Data.LoadMnist(images, labels).Schema["Label"].Type).Count);

        Assert.Equal(warns, warnings.Any(warning => warning.Contains("EmnistSet.Digits", StringComparison.Ordinal)));
    }

    [Fact]
    public void LoadMnist_lists_the_names_it_looked_for_when_a_folder_lacks_the_set()
    {
        Write("emnist-digits-train", [1]);
        var error = Assert.Throws<FileNotFoundException>(() => _mlContext.Data.LoadMnist(_folder.Path, EmnistSet.Letters));
        Assert.Contains("emnist-letters-train-images-idx3-ubyte.gz", error.Message, StringComparison.Ordinal);
        Assert.Contains("MnistDataset.Emnist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadMnist_refuses_a_set_that_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>("emnist", () => _mlContext.Data.LoadMnist(_folder.Path, (EmnistSet)6));

    private (string Images, string Labels) Write(string name, byte[] labels) =>
        (_folder.Write($"{name}-images-idx3-ubyte", IdxBytes.Images(labels.Length, 2, 2)),
            _folder.Write($"{name}-labels-idx1-ubyte", IdxBytes.Labels(labels)));
}
