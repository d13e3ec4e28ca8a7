using Microsoft.ML;

namespace SpikeML.Tests.Mnist;

public sealed class MnistFilesTests : IDisposable
{
    private readonly MLContext _mlContext = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(MnistSplit.Train, "train-images-idx3-ubyte", "train-labels-idx1-ubyte")]
    [InlineData(MnistSplit.Train, "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    [InlineData(MnistSplit.Train, "train-images.idx3-ubyte", "train-labels.idx1-ubyte")]
    [InlineData(MnistSplit.Train, "train-images.idx3-ubyte.gz", "train-labels-idx1-ubyte")]
    [InlineData(MnistSplit.Test, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")]
    [InlineData(MnistSplit.Test, "t10k-images.idx3-ubyte", "t10k-labels-idx1-ubyte.gz")]
    public void LoadMnist_finds_the_files_in_a_folder(MnistSplit split, string imagesName, string labelsName)
    {
        _folder.Write(imagesName, IdxBytes.Images(2, 3, 4));
        _folder.Write(labelsName, IdxBytes.Gzip(IdxBytes.Labels(1, 2)));

        Assert.Equal(2, _mlContext.Data.LoadMnist(_folder.Path, split).GetRowCount());
    }

    [Fact]
    public void LoadMnist_tells_gzip_by_content_when_names_lie()
    {
        string images = _folder.Write("images.gz", IdxBytes.Images(2, 3, 4));
        string labels = _folder.Write("labels", IdxBytes.Gzip(IdxBytes.Labels(1, 2)));

        Assert.Equal(2, _mlContext.Data.LoadMnist(images, labels).GetRowCount());
    }

    [Fact]
    public void LoadMnist_lists_the_names_it_looked_for_when_a_folder_has_none()
    {
        _folder.Write("t10k-images-idx3-ubyte", IdxBytes.Images(1, 1, 1));

        var error = Assert.Throws<FileNotFoundException>(() => _mlContext.Data.LoadMnist(_folder.Path));

        Assert.Contains(
            "train-images-idx3-ubyte, train-images-idx3-ubyte.gz, train-images.idx3-ubyte, train-images.idx3-ubyte.gz",
            error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadMnist_says_how_to_load_EMNIST_when_a_folder_has_it()
    {
        _folder.Write("emnist-letters-train-images-idx3-ubyte.gz", IdxBytes.Images(1, 1, 1));
        var error = Assert.Throws<FileNotFoundException>(() => _mlContext.Data.LoadMnist(_folder.Path));
        Assert.Contains("LoadMnist(directory, EmnistSet.Letters)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadMnist_names_the_folder_when_it_is_missing()
    {
        var error = Assert.Throws<FileNotFoundException>(() => _mlContext.Data.LoadMnist(_folder.File("none")));
        Assert.Contains(_folder.File("none"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("images", "none")]
    [InlineData("none", "labels")]
    public void LoadMnist_names_the_file_that_is_missing(string images, string labels)
    {
        _folder.Write("images", IdxBytes.Images(1, 1, 1));
        _folder.Write("labels", IdxBytes.Labels(1));

        var error = Assert.Throws<FileNotFoundException>(() =>
            _mlContext.Data.LoadMnist(_folder.File(images), _folder.File(labels)));

        Assert.Equal(_folder.File("none"), error.FileName);
        Assert.Contains(_folder.File("none"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadMnist_refuses_files_of_different_counts()
    {
        string images = _folder.Write("images", IdxBytes.Images(2, 1, 1));
        string labels = _folder.Write("labels", IdxBytes.Labels(1, 2, 3));

        var error = Assert.Throws<InvalidDataException>(() => _mlContext.Data.LoadMnist(images, labels));
        Assert.StartsWith($"{labels}: expected 2 labels, one for each image of {images}, found 3",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadMnist_names_the_file_that_is_wrong()
    {
        string images = _folder.Write("images", IdxBytes.Images(2, 1, 1));

        var error = Assert.Throws<InvalidDataException>(() => _mlContext.Data.LoadMnist(images, images));
        Assert.StartsWith($"{images}: expected an IDX label file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadMnist_refuses_a_split_that_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>("split", () => _mlContext.Data.LoadMnist(_folder.Path, (MnistSplit)2));
}
