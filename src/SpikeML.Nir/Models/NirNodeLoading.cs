using System.Runtime.InteropServices;

namespace SpikeML.Nir;

/// <summary>Reads what <see cref="NirNodeSaving"/> writes.</summary>
internal static class NirNodeLoading
{
    /// <summary>Graphs within graphs, and metadata within metadata.</summary>
    private const int Deepest = 32;

    /// <summary>Reads a graph.</summary>
    /// <exception cref="EndOfStreamException">The file is damaged.</exception>
    /// <exception cref="FormatException">A node lacks a parameter.</exception>
    /// <exception cref="ArgumentException">The nodes and edges make no sound graph.</exception>
    public static NirGraph LoadGraph(this BinaryReader reader) =>
        reader.LoadNode("", Deepest) as NirGraph ?? throw new EndOfStreamException();

    private static NirNode LoadNode(this BinaryReader reader, string name, int depth)
    {
        string type = reader.ReadString();
        Dictionary<string, object> metadata = reader.LoadValues(Deepest);
        if (type == "NIRGraph")
            return depth > 0 ? LoadGraph(reader, depth - 1) with { Metadata = metadata } : throw new EndOfStreamException();
        Dictionary<string, H5Value> fields =
            reader.LoadValues(depth: 0).ToDictionary(field => field.Key, field => Field(field.Value));
        return NirNodeTypes.Make(new(name, type, fields, metadata, notes: []));
    }

    private static NirGraph LoadGraph(BinaryReader reader, int depth)
    {
        string? version = reader.ReadColumnName();
        string[] notes = reader.LoadTexts();
        // A name and a type of a character each, and two counts.
        int count = reader.ReadCount(bytesEach: 12);
        List<KeyValuePair<string, NirNode>> nodes = [];
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            nodes.Add(new(name, reader.LoadNode(name, depth)));
        }
        string[] ends = reader.LoadTexts();
        if (ends.Length % 2 != 0)
            throw new EndOfStreamException();
        return new(nodes, ends.Chunk(2).Select(edge => new NirEdge(edge[0], edge[1]))) { Version = version, Notes = notes };
    }

    private static Dictionary<string, object> LoadValues(this BinaryReader reader, int depth)
    {
        // A name of a character, a kind and a text without characters.
        int count = reader.ReadCount(bytesEach: 4);
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
            values.Add(reader.ReadString(), reader.LoadValue(depth));
        return values;
    }

    private static object LoadValue(this BinaryReader reader, int depth) => reader.ReadByteEnum<NirValueKind>() switch
    {
        NirValueKind.Text => reader.ReadString(),
        NirValueKind.Integer => reader.ReadInt64(),
        NirValueKind.Number => reader.ReadDouble(),
        NirValueKind.Singles when reader.LoadShape() is var shape => new NirArray(reader.LoadNumbers<float>(shape.Size), shape),
        NirValueKind.Doubles when reader.LoadShape() is var shape => new NirArray(reader.LoadNumbers<double>(shape.Size), shape),
        NirValueKind.Integers => reader.LoadNumbers<int>(reader.ReadInt32()),
        NirValueKind.Texts => reader.LoadTexts(),
        _ => depth > 0 ? reader.LoadValues(depth - 1) : throw new EndOfStreamException(),
    };

    /// <summary>A value as a file of NIR has it.</summary>
    private static H5Value Field(object value) => value switch
    {
        string text => new H5Texts([text], []),
        long number => new H5Integers([number], []),
        int[] numbers => new H5Integers(Array.ConvertAll(numbers, number => (long)number), [numbers.Length]),
        NirArray array => new H5Numbers(array),
        _ => throw new EndOfStreamException(),
    };

    private static NirShape LoadShape(this BinaryReader reader) => NirShape.Create(reader.LoadNumbers<int>(reader.ReadInt32()));

    private static string[] LoadTexts(this BinaryReader reader)
    {
        string[] texts = new string[reader.ReadCount(bytesEach: 1)];
        foreach (ref string text in texts.AsSpan())
            text = reader.ReadString();
        return texts;
    }

    private static T[] LoadNumbers<T>(this BinaryReader reader, int count)
        where T : unmanaged
    {
        reader.CheckRoom(count, Marshal.SizeOf<T>());
        T[] values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
