namespace SpikeML;

/// <summary>Reads and writes NumPy's <c>.npz</c> files: several named arrays in a zip file.</summary>
public static class NpzFile
{
    /// <summary>Writes arrays; equal arrays give byte-for-byte identical files.</summary>
    /// <param name="stream">Receives the file's content.</param>
    /// <param name="arrays">The arrays by name.</param>
    /// <param name="compress">Whether to compress the arrays, like numpy.savez_compressed; spikes compress well.</param>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        using NpzWriter writer = new(stream, compress ? Compression.Usual : Compression.None);
        foreach ((string name, NpyArray array) in arrays)
            writer.Write(name, array);
    }

    /// <summary>
    /// Reads all arrays, by name and in the order of the file. An array that cannot be read, such as one of Python objects, does
    /// not affect the others: its name is in the dictionary, and accessing its value throws a <see cref="FormatException"/> that
    /// names it.
    /// </summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="FormatException">The file is not a .npz file or is damaged.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using NpzReader reader = new(stream);
        return new NpzArrays(reader);
    }

    /// <summary>Reads one array.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="name">The array's name.</param>
    /// <exception cref="FormatException">The file is not a .npz file, or the array does not exist or cannot be read.</exception>
    public static NpyArray Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using NpzReader reader = new(stream);
        return reader.Read(name);
    }

    /// <summary>Reads events from a structured array, like <see cref="NpyFile.ReadEvents"/>.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="name">The array's name.</param>
    /// <exception cref="FormatException">
    /// The file is not a .npz file, or the array does not exist or does not hold events.
    /// </exception>
    public static AddressEvent[] ReadEvents(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using NpzReader reader = new(stream);
        using NpyReader array = reader.Open(name);
        AddressEvent[] events = NpyEvents.Read(array);
        array.Finish();
        return events;
    }
}
