namespace SpikeML.Tests.Mnist.Download;

public class MnistDatasetTests
{
    public static TheoryData<MnistDataset> Sets => [MnistDataset.Mnist, MnistDataset.FashionMnist, MnistDataset.Kmnist];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Sets_are_the_four_files_that_LoadMnist_finds(MnistDataset set)
    {
        Assert.Equal(
            ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
                "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"],
            set.Files.Select(file => file.Name));
        Assert.All(set.Files, file => Assert.Matches("^[0-9a-f]{32}$", file.Md5));
        Assert.All(set.Mirrors, mirror => Assert.EndsWith("/", mirror.AbsoluteUri, StringComparison.Ordinal));
        Assert.True(set.Mirrors.Length > 1);
    }

    [Fact]
    public void Sets_share_no_file() =>
        Assert.Equal(12, Sets.SelectMany(set => set.Data.Files).Select(file => file.Md5).Distinct().Count());

    [Fact]
    public void Emnist_is_one_archive()
    {
        MnistDatasetFile file = Assert.Single(MnistDataset.Emnist.Files);
        Assert.True(file.IsArchive);
        Assert.Matches("^[0-9a-f]{32}$", file.Md5);
    }
}
