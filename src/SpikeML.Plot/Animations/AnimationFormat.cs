namespace SpikeML.Plot.Animations;

/// <summary>What an animation is saved as.</summary>
internal enum AnimationFormat
{
    Gif,
    Apng,
    Mp4,
    Html,
    Folder,
}
