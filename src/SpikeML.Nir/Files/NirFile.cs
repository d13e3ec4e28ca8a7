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
    public static NirGraph Read(Stream stream, string name) =>
        Read(stream, name, "a NIR graph", (values, file) => new NirGraphReader(values).Read(file));

    /// <summary>Reads spikes and membranes.</summary>
    /// <param name="stream">The content, from its beginning.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="options">What to read.</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    /// <exception cref="ArgumentException">The options name what the file does not have.</exception>
    public static NirEvents ReadData(Stream stream, string name, NirDataReading options) =>
        Read(stream, name, "NIRData", (values, file) => new NirDataReader(values, options).Read(file));

    private static T Read<T>(Stream stream, string name, string what, Func<H5ValueReader, IH5Group, T> read)
    {
        try
        {
            using NativeFile file = BoundedHdf5Driver.Open(stream);
            return read(new(stream.Length), file);
        }
        catch (FormatException error)
        {
            throw new FormatException($"{name} cannot be read as {what}. {error.Message}", error);
        }
        catch (ArgumentException error) when (error.ParamName is nameof(NirDataReading.NodeName)
            or nameof(NirDataReading.ObservableName) or nameof(NirDataReading.TimeStep))
        {
            throw;
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
