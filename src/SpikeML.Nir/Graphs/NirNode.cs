namespace SpikeML.Nir;

/// <summary>A node of a graph: one of the types that NIR defines, or a <see cref="NirGraph"/> in a graph.</summary>
/// <remarks>Nodes cannot be changed. They are equal if their type, parameters and metadata are.</remarks>
public abstract record NirNode
{
    private protected NirNode()
    {
    }

    /// <summary>The type's name in the format, such as "LIF".</summary>
    public abstract string Type { get; }

    /// <summary>
    /// Any further information. Values are strings, numbers (Int64, Double), <see cref="NirArray"/>, lists of strings, or
    /// dictionaries of these.
    /// </summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentException">A key is empty or contains a slash, or a value has another type.</exception>
    public IReadOnlyDictionary<string, object> Metadata
    {
        get;
        init => field = NirMetadata.Copy(value, nameof(Metadata));
    } = NirMetadata.Empty;

    /// <summary>The node's arrays by the names that they have in the format, in the order in which they are written.</summary>
    internal virtual IEnumerable<(string Name, NirArray Values)> Arrays => [];

    /// <summary>
    /// What else is written, by the names of the format: whole numbers (Int32), a <see cref="NirSize"/>, a <see cref="NirShape"/>
    /// or a text.
    /// </summary>
    internal virtual IEnumerable<(string Name, object Value)> Settings => [];

    /// <summary>The shape that the node takes in as far as its own parameters say; otherwise null.</summary>
    internal abstract NirShape? OwnInput { get; }

    /// <summary>The shape that the node puts out for a shape that it takes in, or null if that is unknown.</summary>
    internal abstract NirShape? Output(NirShape? input);

    /// <summary>What is wrong with the parameters, as the end of a sentence about the node, or null.</summary>
    internal abstract string? Fault();

    /// <summary>The node with the shape of its input, where its type has a place for it that is empty.</summary>
    internal virtual NirNode Completed(NirShape input) => this;

    /// <summary>Why the node cannot take in a shape of this rank and size, as the end of a sentence, or null.</summary>
    internal virtual string? InputFault(NirShape input) => null;
}
