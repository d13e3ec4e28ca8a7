namespace SpikeML.Samples.Gallery;

/// <summary>
/// A picture of the page: its file, the C# code that made it, and another form of it that the caption links to.
/// </summary>
internal sealed record GalleryPicture(string File, int Width, int Height)
{
    public required string Code { get; init; }

    public required string Caption { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public required string Alt { get; init; }

    public required string LinkFile { get; init; }

    public required string LinkText { get; init; }

    public bool Moves { get; init; }
}
