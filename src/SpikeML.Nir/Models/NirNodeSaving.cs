namespace SpikeML.Nir;

/// <summary>
/// Writes graphs to model files: field by field, each array behind its length, so that a damaged file cannot ask for memory that
/// it does not fill. <see cref="NirNodeLoading"/> reads them.
/// </summary>
internal static class NirNodeSaving
{
    /// <summary>Writes a node; of a graph, its nodes and edges in their order.</summary>
    public static void Save(this BinaryWriter writer, NirNode node)
    {
        writer.Write(node.Type);
        writer.Save(node.Metadata);
        if (node is NirGraph graph)
        {
            SaveGraph(writer, graph);
            return;
        }
        (string, NirArray)[] arrays = [.. node.Arrays];
        (string, object)[] settings = [.. node.Settings];
        writer.Write(arrays.Length + settings.Length);
        foreach ((string name, NirArray values) in arrays)
            writer.Save(name, values);
        foreach ((string name, object value) in settings)
            writer.Save(name, value);
    }

    private static void SaveGraph(BinaryWriter writer, NirGraph graph)
    {
        writer.WriteColumnName(graph.Version);
        writer.SaveTexts(graph.Notes);
        writer.Write(graph.Nodes.Count);
        foreach ((string name, NirNode node) in graph.Nodes)
        {
            writer.Write(name);
            writer.Save(node);
        }
        writer.SaveTexts([.. graph.Edges.SelectMany(edge => new[] { edge.From, edge.To })]);
    }

    private static void Save(this BinaryWriter writer, IReadOnlyDictionary<string, object> metadata)
    {
        writer.Write(metadata.Count);
        foreach ((string key, object value) in metadata)
            writer.Save(key, value);
    }

    private static void Save(this BinaryWriter writer, string name, object value)
    {
        writer.Write(name);
        switch (value)
        {
            case string text:
                writer.Write((byte)NirValueKind.Text);
                writer.Write(text);
                break;
            case int or long:
                writer.Write((byte)NirValueKind.Integer);
                writer.Write(Convert.ToInt64(value, null));
                break;
            case double number:
                writer.Write((byte)NirValueKind.Number);
                writer.Write(number);
                break;
            case NirArray array:
                writer.Write((byte)(array.IsDouble ? NirValueKind.Doubles : NirValueKind.Singles));
                writer.SaveShape(array.Shape);
                writer.Write(array.Bytes);
                break;
            case NirSize size:
                writer.Write((byte)NirValueKind.Integers);
                writer.SaveShape([size.Height, size.Width]);
                break;
            case NirShape shape:
                writer.Write((byte)NirValueKind.Integers);
                writer.SaveShape(shape);
                break;
            case IReadOnlyList<string> texts:
                writer.Write((byte)NirValueKind.Texts);
                writer.SaveTexts(texts);
                break;
            default:
                writer.Write((byte)NirValueKind.Group);
                writer.Save((IReadOnlyDictionary<string, object>)value);
                break;
        }
    }

    private static void SaveShape(this BinaryWriter writer, NirShape shape)
    {
        writer.Write(shape.Count);
        foreach (int dimension in shape)
            writer.Write(dimension);
    }

    private static void SaveTexts(this BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (string text in texts)
            writer.Write(text);
    }
}
