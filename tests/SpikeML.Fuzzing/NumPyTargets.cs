using System.IO.Compression;

namespace SpikeML.Fuzzing;

/// <summary>NumPy's files.</summary>
internal static class NumPyTargets
{
    public static void Npy(byte[] input) => CheckWritten(NpyFile.Read(new MemoryStream(input)));

    public static void NpyEvents(byte[] input) => NpyFile.ReadEvents(new MemoryStream(input));

    public static void Npz(byte[] input)
    {
        foreach (NpyArray array in NpzFile.Read(new MemoryStream(input)).Values)
            CheckWritten(array);
    }

    /// <summary>The input is an array, inside a zip file whose lengths and checksum are right.</summary>
    public static void NpzMember(byte[] input)
    {
        using MemoryStream file = new();
        WriteZip(file, "array", input);
        file.Position = 0;
        // What is no array of numbers may be one of events.
        try
        {
            CheckWritten(NpzFile.Read(file, "array"));
        }
        catch (FormatException)
        {
            file.Position = 0;
            NpzFile.ReadEvents(file, "array");
        }
    }

    /// <summary>Writes a .npz file of one array, whose bytes these are.</summary>
    public static void WriteZip(Stream file, string name, byte[] array)
    {
        using ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
        using Stream member = zip.CreateEntry(name + ".npy", CompressionLevel.NoCompression).Open();
        member.Write(array);
    }

    private static void CheckWritten(NpyArray array)
    {
        // UTF-32 has no form for half of a pair, which replaces it; and zeros at the end of text are not kept.
        if (array is NpyArray<string>)
            return;
        using MemoryStream file = new();
        NpyFile.Write(file, array);
        file.Position = 0;
        NpyArray again = NpyFile.Read(file);
        Same.Check(array.Shape, again.Shape);
        Same.Check(array.Values.Cast<object>(), again.Values.Cast<object>());
    }
}
