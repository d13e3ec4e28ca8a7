using System.Collections.Immutable;

namespace SpikeML;

/// <summary>A data set in MNIST's format: where to download it, and the checksums of its files.</summary>
/// <remarks>
/// The checksums are those listed in torchvision's <c>datasets/mnist.py</c>. MD5 detects damaged or swapped files; it does not
/// protect against forgery.
/// </remarks>
/// <param name="Name">The name of the data set in error messages.</param>
/// <param name="Files">The files; all are downloaded.</param>
/// <param name="Mirrors">The addresses of folders that hold the files, in the order in which they are tried.</param>
public sealed record MnistDataset(string Name, ImmutableArray<MnistDatasetFile> Files, ImmutableArray<Uri> Mirrors)
{
    /// <summary>Handwritten digits (LeCun, Cortes and Burges, 1998): 60,000 for training and 10,000 for testing.</summary>
    public static MnistDataset Mnist { get; } = new(
        "MNIST",
        Checked(
            "f68b3c2dcbeaaa9fbdd348bbdeb94873",
            "d53e105ee54ea40749a09fcbcd1e9432",
            "9fb629c4189551a2d022fa330f9573f3",
            "ec29112dd5afa0611ce80d1b7f02629c"),
        [
            new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            new("http://yann.lecun.com/exdb/mnist/"),
        ]);

    /// <summary>
    /// Fashion-MNIST: images of clothing (Xiao, Rasul and Vollgraf, 2017), with the same counts and sizes as MNIST.
    /// </summary>
    public static MnistDataset FashionMnist { get; } = new(
        "Fashion-MNIST",
        Checked(
            "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
            "25c81989df183df01b3e8a0aad5dffbe",
            "bef4ecab320f06d8554ea6380940ec79",
            "bb300cfdad3c16e7a12a480ee83cd310"),
        [
            new("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
            new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
        ]);

    /// <summary>
    /// Kuzushiji-MNIST: cursive characters (Clanuwat and others, 2018), with the same counts and sizes as MNIST.
    /// </summary>
    public static MnistDataset Kmnist { get; } = new(
        "KMNIST",
        Checked(
            "bdb82020997e1d708af4cf47b453dcf7",
            "e144d726b3acfaa3e44228e80efcd344",
            "5c965bf0a639b31b8f53240b1b52f4d7",
            "7320c461ea6c1c855c0b718fb2a4b134"),
        [
            new("https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
            new("http://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
        ]);

    /// <summary>
    /// EMNIST: letters and digits (Cohen, Afshar, Tapson and van Schaik, 2017), six sets in one archive of 536 MB. Unpacked, they
    /// take about as much again. Load them with <c>LoadMnist(directory, EmnistSet.ByClass)</c> and so on.
    /// </summary>
    public static MnistDataset Emnist { get; } = new(
        "EMNIST",
        [new("gzip.zip", "58c8d27c78d21e728a6bc7b3cc06412e") { IsArchive = true }],
        [new("https://biometrics.nist.gov/cs_links/EMNIST/")]);

    /// <summary>The name of the data set.</summary>
    public override string ToString() => Name;

    private static ImmutableArray<MnistDatasetFile> Checked(
        string trainImages, string trainLabels, string testImages, string testLabels) =>
    [
        new("train-images-idx3-ubyte.gz", trainImages),
        new("train-labels-idx1-ubyte.gz", trainLabels),
        new("t10k-images-idx3-ubyte.gz", testImages),
        new("t10k-labels-idx1-ubyte.gz", testLabels),
    ];
}
