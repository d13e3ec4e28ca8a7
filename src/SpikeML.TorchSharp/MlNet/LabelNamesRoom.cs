using System.Text;

namespace SpikeML.Torch;

/// <summary>
/// Checks the counts of label values in a model file. ML.NET's reader allocates memory for whatever a count says; here a count
/// must fit into the bytes that follow.
/// </summary>
internal static class LabelNamesRoom
{
    private const string Vector = "VBuffer";

    /// <summary>For each value the network, which follows, has an output neuron with a weight and a bias at the least.</summary>
    private const int BytesPerValue = 2 * sizeof(float);

    /// <summary>Checks the values that begin at the stream's position, and leaves the position there.</summary>
    /// <exception cref="EndOfStreamException">A count is larger than there is room for.</exception>
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

    /// <summary>The number of vectors, their length, the number of values in each and the indices of sparse ones.</summary>
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

    /// <summary>A key's type has the type of its numbers within it; vectors of vectors do not exist.</summary>
    private static void SkipItemType(BinaryReader reader)
    {
        (string name, long length) = ReadTypeName(reader);
        long end = reader.BaseStream.Position + length;
        if (name == Vector || (length > 0 && ReadTypeName(reader).Length > 0))
            throw new EndOfStreamException();
        reader.BaseStream.Position = end;
    }

    /// <summary>A type's name, and the length of what more there is to say of it.</summary>
    private static (string Name, long Length) ReadTypeName(BinaryReader reader)
    {
        (string name, long length) = (reader.ReadString(), reader.Read7BitEncodedInt64());
        reader.CheckRoom(length, 1);
        return (name, length);
    }
}
