using PureHDF;
using PureHDF.VOL.Native;

namespace SpikeML.Nir;

/// <summary>A file with a graph: an HDF5 file, read and written.</summary>
internal static class NirFile
{
    /// <summary>The version of the format that is written.</summary>
    public const string Version = "1.0.7";

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The content, from its beginning.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static NirGraph Read(Stream stream, string name)
    {
        try
        {
            using NativeFile file = H5File.Open(new BudgetStream(stream), leaveOpen: true);
            return new NirGraphReader(new(stream.Length)).Read(file);
        }
        catch (FormatException error)
        {
            throw new FormatException($"{name} cannot be read as a NIR graph. {error.Message}", error);
        }
        catch (Exception error) when (H5Error.IsOfContent(error))
        {
            throw new FormatException($"{name} is not an HDF5 file, as NIR files are, or it is damaged or cut off.", error);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="stream">Where to, from the current position; it need not be able to seek.</param>
    public static void Write(NirGraph graph, Stream stream)
    {
        using MemoryStream content = new();
        new H5File { ["version"] = Version, ["node"] = NirGraphWriter.Group(graph) }.Write(content);
        content.WriteTo(stream);
    }
}
