namespace SpikeML.Plot.Animations;

/// <summary>Determines the format of an animation from a path's extension.</summary>
internal static class AnimationFormats
{
    public static AnimationFormat Find(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            return AnimationFormat.Folder;
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".GIF" => AnimationFormat.Gif,
            ".APNG" or ".PNG" => AnimationFormat.Apng,
            ".MP4" => AnimationFormat.Mp4,
            ".HTML" or ".HTM" => AnimationFormat.Html,
            "" => AnimationFormat.Folder,
            _ => throw new ArgumentException(
                $"'{path}' has no known extension. Known extensions are .gif, .apng, .png, .mp4, .html, .htm, and none for "
                    + "a folder of frames.", nameof(path)),
        };
    }
}
