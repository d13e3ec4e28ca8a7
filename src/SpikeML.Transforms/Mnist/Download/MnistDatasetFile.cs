namespace SpikeML;

/// <summary>One file of a downloadable data set.</summary>
/// <param name="Name">The name of the file, on the mirrors and in the folder.</param>
/// <param name="Md5">The MD5 checksum of the downloaded file: 32 hexadecimal digits.</param>
public sealed record MnistDatasetFile(string Name, string Md5)
{
    /// <summary>Whether the file is a zip archive whose IDX files are unpacked into the folder.</summary>
    /// <value>False by default.</value>
    public bool IsArchive { get; init; }
}
