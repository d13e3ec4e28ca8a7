using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>A network in the Neuromorphic Intermediate Representation: nodes by name, and the edges between them.</summary>
/// <remarks>
/// <para>
/// A node takes in the sum of what the nodes with edges to it put out. Cycles of edges are recurrence. A graph is itself a node,
/// so that graphs can be nested; nodes and graphs cannot be changed.
/// </para>
/// <para>
/// A graph is checked when it is made: names, parameters, and the shapes along all edges, which are inferred as far as they can
/// be (<see cref="OutputShape"/>). Convolutions and Flatten nodes that do not say what they take in are given it. Reference:
/// J. E. Pedersen et al., "Neuromorphic intermediate representation", Nature Communications 15, 2024.
/// </para>
/// </remarks>
public sealed record NirGraph : NirNode
{
    private readonly ReadOnlyDictionary<string, NirNode> _nodes;
    private readonly NirShapes _shapes;

    /// <summary>Makes a graph.</summary>
    /// <param name="nodes">
    /// The nodes by name, among them at least one <see cref="NirInput"/> and one <see cref="NirOutput"/>.
    /// </param>
    /// <param name="edges">The edges. An edge that is given twice counts once.</param>
    /// <exception cref="ArgumentException">
    /// A name is used twice or cannot be used; a parameter of a node is wrong; an edge names a node that is missing; what a node
    /// puts out does not have the shape that the next one takes in; or there is no input or no output. The message names the node
    /// or the edge.
    /// </exception>
    public NirGraph(IEnumerable<KeyValuePair<string, NirNode>> nodes, IEnumerable<NirEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        OrderedDictionary<string, NirNode> named = [];
        foreach ((string name, NirNode node) in nodes)
        {
            if (NirGraphCheck.NodeFault(name, node, named.ContainsKey(name)) is { } fault)
                throw new ArgumentException(fault, nameof(nodes));
            named.Add(name, node);
        }
        _nodes = new(named);
        Edges = [.. edges.Distinct()];
        if (NirGraphCheck.EdgeFault(_nodes, Edges) is { } edgeFault)
            throw new ArgumentException(edgeFault, nameof(edges));
        _shapes = new(_nodes, Edges);
        if (_shapes.Fault() is { } shapeFault)
            throw new ArgumentException(shapeFault, nameof(edges));
        foreach (string name in named.Keys.ToArray())
        {
            // The reference implementation does not read a convolution without it.
            if (_shapes.Input(name) is { } input)
                named[name] = named[name].Completed(input);
        }
    }

    /// <summary>Reads a graph from a file that any tool wrote: any version, with or without gzip.</summary>
    /// <param name="path">The file, usually <c>.nir</c>.</param>
    /// <returns>The graph. <see cref="Notes"/> says what had to be filled in.</returns>
    /// <exception cref="FormatException">
    /// The file is not a NIR file, is damaged or is not a sound graph. The message names the file, the node and the dataset.
    /// </exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    public static NirGraph Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = RegularFile.Open(path);
        return NirFile.Read(file, $"'{path}'");
    }

    /// <summary>Reads a graph from a stream.</summary>
    /// <param name="stream">The content of a file, from the current position to the end. It stays open.</param>
    /// <returns>The graph. <see cref="Notes"/> says what had to be filled in.</returns>
    /// <exception cref="FormatException">
    /// It is not a NIR file, is damaged or is not a sound graph. The message names the node and the dataset.
    /// </exception>
    public static NirGraph Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream content = new();
        stream.CopyTo(content);
        content.Position = 0;
        return NirFile.Read(content, "The stream");
    }

    /// <summary>Writes the graph to a file, atomically: to a temporary file in the same folder, which is then renamed.</summary>
    /// <param name="path">The file, usually <c>.nir</c>; its folder must exist.</param>
    /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
    /// <exception cref="IOException">The file could not be written; an existing file is unchanged.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileReplacement.Write(path, Write);
    }

    /// <summary>Writes the graph to a stream.</summary>
    /// <param name="stream">Where to, from the current position. It stays open, and need not be able to seek.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NirFile.Write(this, stream);
    }

    /// <inheritdoc/>
    public override string Type => "NIRGraph";

    /// <summary>The nodes by name, in the order in which they were given or are in the file.</summary>
    public IReadOnlyDictionary<string, NirNode> Nodes => _nodes;

    /// <summary>The edges, each once.</summary>
    public IReadOnlyList<NirEdge> Edges { get; }

    /// <summary>The version of the format that the file names, or null if it names none or there is no file.</summary>
    /// <value>Null by default.</value>
    public string? Version { get; init; }

    /// <summary>
    /// What had to be filled in to read the file, one sentence each: a missing v_reset, a scalar where an array is due.
    /// </summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Notes { get; init => field = OptionList.Copy(value); } = [];

    /// <summary>The shape of what a node takes in, without batch and time.</summary>
    /// <param name="node">The node's name.</param>
    /// <returns>The shape, or null if it cannot be inferred.</returns>
    /// <exception cref="KeyNotFoundException">No node has this name.</exception>
    public NirShape? InputShape(string node) => _shapes.Input(node);

    /// <summary>The shape of what a node puts out, without batch and time.</summary>
    /// <param name="node">The node's name.</param>
    /// <returns>The shape, or null if it cannot be inferred.</returns>
    /// <exception cref="KeyNotFoundException">No node has this name.</exception>
    public NirShape? OutputShape(string node) => _shapes.Output(node);

    /// <summary>
    /// The graph as a network of SpikeML's trainers, if they could have made it. A network that <c>SaveNir</c> saved gives the
    /// same spikes, bit for bit.
    /// </summary>
    /// <param name="mlContext">Where the network is to run.</param>
    /// <param name="network">
    /// The network, which reads the spike column that it was trained on, or Spikes; null if the graph is not such a network.
    /// </param>
    /// <param name="reason">Why the graph is not such a network, as the end of a sentence; null if it is.</param>
    /// <param name="timeStep">
    /// The duration of a step in seconds, or null for that in the metadata, or 1e-4.
    /// </param>
    /// <returns>Whether the graph is such a network.</returns>
    public bool TryGetSpikingNetwork(MLContext mlContext, [NotNullWhen(true)] out SpikingNetworkTransformer? network,
        [NotNullWhen(false)] out string? reason, double? timeStep = null)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        return NirNetworkReader.TryRead(mlContext, this, null, timeStep, out network, out reason);
    }

    /// <summary>Whether both have the same nodes by name, the same edges in any order and the same metadata.</summary>
    public bool Equals(NirGraph? other) => other is not null && Metadata.Equals(other.Metadata)
        && _nodes.Count == other._nodes.Count && Edges.Count == other.Edges.Count && Edges.ToHashSet().SetEquals(other.Edges)
        && _nodes.All(pair => other._nodes.TryGetValue(pair.Key, out NirNode? node) && pair.Value.Equals(node));

    /// <summary>A hash code of the names of the nodes.</summary>
    public override int GetHashCode() => _nodes.Keys.Aggregate(Edges.Count, (hash, name) => hash ^ name.GetHashCode(
        StringComparison.Ordinal));

    /// <summary>The number of nodes and edges.</summary>
    public override string ToString() => $"{Counted.Of(_nodes.Count, "node")}, {Counted.Of(Edges.Count, "edge")}";

    internal override NirShape? OwnInput => Only<NirInput>()?.Shape;

    internal override NirShape? Output(NirShape? input) => Only<NirOutput>()?.Shape;

    internal override string? Fault() => null;

    /// <summary>The only node of a type, or null if there are several.</summary>
    private T? Only<T>() where T : NirNode => _nodes.Values.OfType<T>().Take(2).ToArray() is [T only] ? only : null;
}
