namespace SpikeML.Samples.Gallery;

/// <summary>
/// A picture on the page: its file, the C# code that made it, and another format that the caption links to.
/// </summary>
internal sealed record GalleryPicture(string File, int Width, int Height)
{
    public required string Code { get; init; }

    public required string Caption { get; init; }

    /// <summary>The alternative text.</summary>
    public required string Alt { get; init; }

    public required string LinkFile { get; init; }

    public required string LinkText { get; init; }

    public bool Moves { get; init; }

    /// <summary>The same picture for other screens, the first that fits is shown.</summary>
    public IReadOnlyList<GalleryVariant> Variants { get; init; } = [];
}

/// <summary>A picture for some screens.</summary>
/// <param name="File">Its file.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Media">The screens, as CSS says it.</param>
internal sealed record GalleryVariant(string File, int Width, int Height, string Media);
