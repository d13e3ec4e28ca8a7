using PureHDF;

namespace SpikeML.Nir;

/// <summary>Reads a graph from its group, and the graphs in it.</summary>
internal sealed class NirGraphReader(H5ValueReader values)
{
    /// <summary>Graphs within graphs; more are a circle of links.</summary>
    private const int Deepest = 32;

    /// <summary>What was filled in.</summary>
    private readonly List<string> _notes = [];

    /// <summary>Reads the graph of a whole file.</summary>
    /// <exception cref="FormatException">It cannot be read; the message has entire sentences, which name the node.</exception>
    public NirGraph Read(IH5Group file)
    {
        NirGroup root = new(file);
        IH5Group node = root.Find<IH5Group>("node")
            ?? throw new FormatException(root.Find<IH5Group>("nodes") is null
                ? "It has no group 'node', as every NIR file has."
                : "It seems to contain spikes (NIRData), not a graph: read it with mlContext.Data.LoadNirData.");
        string? version = root.Find<IH5Dataset>("version") is { } dataset && Read(dataset, "", "version") is H5Texts
        {
            Values: [string text]
        } ? text : null;
        NirGroup group = new(node);
        string type = Type(group, "node");
        return type == "NIRGraph"
            ? Graph(group, "node", Deepest) with { Version = version, Notes = _notes }
            : throw new FormatException($"It holds a single node of type {type} and no graph. Put it into a graph, with an Input "
                + "and an Output, and write that.");
    }

    private NirGraph Graph(NirGroup group, string path, int depth)
    {
        if (depth == 0)
            throw new FormatException($"The graph '{path}' lies in {Deepest} others, or its links lead in a circle.");
        NirGroup nodes = new(group.Find<IH5Group>("nodes")
            ?? throw new FormatException($"The graph '{path}' has no group 'nodes'."));
        NirEdge[] edges = Edges(group, path);
        List<NirFields> fields = [];
        Dictionary<string, NirNode> graphs = [];
        foreach (IH5Group each in nodes.Groups)
        {
            NirGroup content = new(each);
            string type = Type(content, each.Name);
            if (type == "NIRGraph")
                graphs[each.Name] = Graph(content, each.Name, depth - 1);
            else
                fields.Add(Fields(content, each.Name, type));
        }
        return Made(fields, graphs, edges, depth == Deepest ? null : path) with { Metadata = Metadata(group, path) };
    }

    private NirGraph Made(List<NirFields> fields, Dictionary<string, NirNode> graphs, NirEdge[] edges, string? inner)
    {
        try
        {
            return NirGraphShaping.Make(fields, graphs, edges, _notes);
        }
        catch (FormatException error) when (inner is not null)
        {
            throw new FormatException($"In the graph '{inner}': {error.Message}", error);
        }
    }

    private NirFields Fields(NirGroup group, string name, string type)
    {
        Dictionary<string, H5Value> datasets = [];
        foreach (IH5Dataset dataset in group.Datasets.Where(dataset => dataset.Name != "type"))
        {
            if (Read(dataset, name, dataset.Name) is { } value)
                datasets[dataset.Name] = value;
        }
        return new(name, type, datasets, Metadata(group, name), _notes);
    }

    private NirEdge[] Edges(NirGroup group, string path)
    {
        IH5Dataset dataset = group.Find<IH5Dataset>("edges")
            ?? throw new FormatException($"The graph '{path}' has no dataset 'edges'.");
        if (Read(dataset, path, "edges") is not { } value || value.Shape.Size == 0)
            return [];
        string[] names = value is H5Texts { Shape: [_, 2] } texts ? texts.Values : throw new FormatException(
            $"The dataset 'edges' of the graph '{path}' has the shape {value.Shape}; it must be texts in the shape [edges, 2].");
        return [.. names.Chunk(2).Select(pair => new NirEdge(pair[0], pair[1]))];
    }

    private IReadOnlyDictionary<string, object> Metadata(NirGroup group, string node) =>
        new NirMetadataReader(values, _notes).Read(group.Find<IH5Group>("metadata"), node, Deepest);

    private string Type(NirGroup group, string node) => group.Find<IH5Dataset>("type") is not { } dataset
        ? throw new FormatException($"The node '{node}' has no dataset 'type'.")
        : Read(dataset, node, "type") is H5Texts { Values: [string type] } ? type
        : throw new FormatException($"The dataset 'type' of the node '{node}' is not one text.");

    private H5Value? Read(IH5Dataset dataset, string node, string field)
    {
        try
        {
            return values.Read(dataset);
        }
        catch (FormatException error)
        {
            string of = node.Length == 0 ? "" : $" of the node '{node}'";
            throw new FormatException($"The dataset '{field}'{of} {error.Message}.", error);
        }
    }
}
