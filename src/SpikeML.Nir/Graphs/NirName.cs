namespace SpikeML.Nir;

/// <summary>Names of nodes and keys of metadata: names of links in an HDF5 file.</summary>
internal static class NirName
{
    /// <summary>What is wrong with a name, as the end of a sentence, or null.</summary>
    public static string? Fault(string? name) => name switch
    {
        null or "" => "is empty",
        "." or ".." => "means a folder in an HDF5 file",
        _ when name.Contains('/', StringComparison.Ordinal) => "contains a slash, which separates groups in an HDF5 file",
        _ when name.Contains('\0', StringComparison.Ordinal) => "contains a null character",
        _ => null,
    };
}
