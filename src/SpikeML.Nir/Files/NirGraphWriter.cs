using PureHDF;

namespace SpikeML.Nir;

/// <summary>The groups and datasets of a graph in a file.</summary>
internal static class NirGraphWriter
{
    public static H5Group Group(NirNode node)
    {
        H5Group group = new() { ["type"] = node.Type };
        foreach ((string name, NirArray values) in node.Arrays)
            group[name] = Dataset(values);
        foreach ((string name, object value) in node.Settings)
            group[name] = Setting(value);
        if (node is NirGraph graph)
        {
            H5Group nodes = [];
            foreach ((string name, NirNode each) in graph.Nodes)
                nodes[name] = Group(each);
            group["nodes"] = nodes;
            group["edges"] = Texts([.. graph.Edges.SelectMany(edge => new[] { edge.From, edge.To })], [graph.Edges.Count, 2]);
        }
        if (node.Metadata.Count > 0)
            group["metadata"] = Metadata(node.Metadata);
        return group;
    }

    private static object Setting(object value) => value switch
    {
        string text => text,
        int number => (long)number,
        NirSize size => new long[] { size.Height, size.Width },
        _ => ((NirShape)value).Select(dimension => (long)dimension).ToArray(),
    };

    private static H5Group Metadata(IReadOnlyDictionary<string, object> metadata)
    {
        H5Group group = [];
        foreach ((string key, object value) in metadata)
        {
            group[key] = value switch
            {
                NirArray array => Dataset(array),
                IReadOnlyDictionary<string, object> nested => Metadata(nested),
                IReadOnlyList<string> texts => Texts([.. texts], [texts.Count]),
                _ => value,
            };
        }
        return group;
    }

    private static H5Dataset Dataset(NirArray values) => values.IsDouble
        ? new H5Dataset<double[]>(values.ToDoubles(), fileDims: Dimensions(values.Shape))
        : new H5Dataset<float[]>(values.ToSingles(), fileDims: Dimensions(values.Shape));

    private static H5Dataset<string[]> Texts(string[] texts, NirShape shape) => new(texts, fileDims: Dimensions(shape));

    private static ulong[] Dimensions(NirShape shape) => [.. shape.Select(dimension => (ulong)dimension)];
}
