namespace SpikeML;

/// <summary>The six sets of EMNIST (Cohen, Afshar, Tapson and van Schaik, 2017), by the names that its files have.</summary>
public enum EmnistSet
{
    /// <summary>Digits, upper-case and lower-case letters: 62 classes.</summary>
    ByClass,

    /// <summary>As <see cref="ByClass"/>, with 15 letters whose two cases look alike merged: 47 classes.</summary>
    ByMerge,

    /// <summary>The classes of <see cref="ByMerge"/>, with equally many images of each.</summary>
    Balanced,

    /// <summary>Letters, both cases merged: 26 classes, with upper-case names.</summary>
    Letters,

    /// <summary>Digits: 10 classes, 240,000 images for training.</summary>
    Digits,

    /// <summary>Digits: 10 classes, in MNIST's numbers of images.</summary>
    Mnist,
}
