namespace SpikeML;

/// <summary>The two parts of MNIST and related data sets.</summary>
public enum MnistSplit
{
    /// <summary>The training part: 60,000 images in MNIST, in the files "train-...".</summary>
    Train,

    /// <summary>The test part: 10,000 images in MNIST, in the files "t10k-...".</summary>
    Test,
}
