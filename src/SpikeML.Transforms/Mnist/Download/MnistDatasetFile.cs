namespace SpikeML;

/// <summary>One file of a set that can be downloaded.</summary>
/// <param name="Name">The file's name, at the mirrors and in the folder.</param>
/// <param name="Md5">The MD5 checksum of the file as it is downloaded: 32 hexadecimal digits.</param>
public sealed record MnistDatasetFile(string Name, string Md5)
{
    /// <summary>Whether the file is a zip archive, whose IDX files are unpacked into the folder.</summary>
    /// <value>False by default.</value>
    public bool IsArchive { get; init; }
}
