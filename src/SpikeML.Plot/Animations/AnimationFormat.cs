namespace SpikeML.Plot.Animations;

/// <summary>The format of a saved animation.</summary>
internal enum AnimationFormat
{
    Gif,
    Apng,
    Mp4,
    Html,
    Folder,
}
