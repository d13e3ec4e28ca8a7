namespace SpikeML;

/// <summary>The six sets of EMNIST (Cohen, Afshar, Tapson and van Schaik, 2017), named like their files.</summary>
public enum EmnistSet
{
    /// <summary>Digits, upper-case and lower-case letters: 62 classes.</summary>
    ByClass,

    /// <summary>Like <see cref="ByClass"/>, but with the two cases of 15 similar-looking letters merged: 47 classes.</summary>
    ByMerge,

    /// <summary>The classes of <see cref="ByMerge"/>, with the same number of images for each.</summary>
    Balanced,

    /// <summary>Letters with both cases merged: 26 classes with upper-case names.</summary>
    Letters,

    /// <summary>Digits: 10 classes, 240,000 images for training.</summary>
    Digits,

    /// <summary>Digits: 10 classes, with the same numbers of images as MNIST.</summary>
    Mnist,
}
