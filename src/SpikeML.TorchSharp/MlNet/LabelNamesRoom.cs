using System.Text;

namespace SpikeML.Torch;

/// <summary>
/// Checks the counts of label values in a model file. ML.NET's reader allocates as much memory as a count asks for; here, a count
/// must fit into the bytes that follow.
/// </summary>
internal static class LabelNamesRoom
{
    private const string Vector = "VBuffer";

    /// <summary>Each value has an output neuron, whose bias and weights follow: at least one of each.</summary>
    private const int BytesPerValue = 2 * sizeof(float);

    /// <summary>Checks the values that begin at the stream's position, and leaves the position there.</summary>
    /// <exception cref="EndOfStreamException">A count is too large for the bytes that follow.</exception>
    public static void Check(Stream stream)
    {
        long start = stream.Position;
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        (string name, _) = ReadTypeName(reader);
        if (name == Vector)
        {
            SkipItemType(reader);
            int dimensions = reader.ReadCount(sizeof(int));
            stream.Seek(dimensions * (long)sizeof(int), SeekOrigin.Current);
            CheckValues(reader);
        }
        stream.Position = start;
    }

    /// <summary>Checks the number of vectors, their length and the number of indices, which only sparse vectors have.</summary>
    private static void CheckValues(BinaryReader reader)
    {
        if (reader.ReadInt32() != 1)
            throw new EndOfStreamException();
        int length = reader.ReadInt32();
        // 0 stands for vectors of different lengths, which follow.
        reader.CheckRoom(length == 0 ? reader.ReadInt32() : length, BytesPerValue);
        _ = reader.ReadInt32();
        _ = reader.ReadCount(sizeof(int));
    }

    /// <summary>The type of a key contains the type of its numbers. There are no vectors of vectors.</summary>
    private static void SkipItemType(BinaryReader reader)
    {
        (string name, long length) = ReadTypeName(reader);
        long end = reader.BaseStream.Position + length;
        if (name == Vector || (length > 0 && ReadTypeName(reader).Length > 0))
            throw new EndOfStreamException();
        reader.BaseStream.Position = end;
    }

    /// <summary>A type's name, and the number of bytes that describe it further.</summary>
    private static (string Name, long Length) ReadTypeName(BinaryReader reader)
    {
        (string name, long length) = (reader.ReadString(), reader.Read7BitEncodedInt64());
        reader.CheckRoom(length, 1);
        return (name, length);
    }
}
