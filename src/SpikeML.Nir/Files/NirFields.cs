namespace SpikeML.Nir;

/// <summary>The datasets of a node in a file, before it is known what shape its neurons have.</summary>
/// <param name="name">The node's name in the graph.</param>
/// <param name="type">Its type.</param>
/// <param name="values">Its datasets, without the type and the metadata.</param>
/// <param name="metadata">Its metadata.</param>
/// <param name="notes">Where to say what was filled in.</param>
internal sealed class NirFields(string name, string type, IReadOnlyDictionary<string, H5Value> values,
    IReadOnlyDictionary<string, object> metadata, List<string> notes)
{
    private readonly HashSet<string> _known = [];

    public string Type => type;

    public string Name => name;

    public IReadOnlyDictionary<string, object> Metadata => metadata;

    /// <summary>The shape that arrays of one value are spread to.</summary>
    public NirShape? Neurons { get; set; }

    /// <summary>The shape of the first array with more than one value, or null if there is none.</summary>
    public NirShape? OwnNeurons => values.Values.OfType<H5Numbers>().Select(value => value.Shape)
        .FirstOrDefault(shape => shape.Size > 1);

    /// <summary>The shape of the first array, if none has more than one value; null if all are scalars.</summary>
    public NirShape? SingleNeuron => values.Values.OfType<H5Numbers>().Select(value => value.Shape)
        .FirstOrDefault(shape => shape.Count > 0);

    public bool Has(string field)
    {
        _known.Add(field);
        return values.ContainsKey(field);
    }

    /// <summary>Numbers in the shape that they have in the file.</summary>
    public NirArray Array(string field) => Value(field) switch
    {
        H5Numbers numbers => numbers.Values,
        H5Integers integers => integers.ToArray(),
        _ => throw Fault($"has text in the dataset '{field}', which must be numbers"),
    };

    /// <summary>Numbers in the neurons' shape; one number is spread.</summary>
    public NirArray PerNeuron(string field)
    {
        NirArray array = Array(field);
        if (Neurons is null || array.Size != 1 || array.Shape.Equals(Neurons))
            return array;
        Note($"has a single value in '{field}', which is used for all neurons, {Neurons}");
        return array.Spread(Neurons);
    }

    /// <summary>Same, but a missing dataset stands for one number, in the shape and precision of another.</summary>
    public NirArray PerNeuronOr(string field, int missing, string like)
    {
        if (Has(field))
            return PerNeuron(field);
        Note($"has no '{field}'; {missing} is used");
        NirArray other = Array(like);
        NirShape shape = Neurons ?? other.Shape;
        return other.IsDouble ? NirArray.Filled((double)missing, shape) : NirArray.Filled((float)missing, shape);
    }

    public int Integer(string field) => Integers(field) is [int one] ? one
        : throw Fault($"has {Counted.Of(values[field].Shape.Size, "value")} in '{field}', which must be one whole number");

    /// <summary>A number for both directions, or one for each.</summary>
    public NirSize Size(string field) => Integers(field) switch
    {
        [int both] => both,
        [int height, int width] => (height, width),
        { Length: int count } => throw Fault($"has {Counted.Of(count, "value")} in '{field}', which must be one or two"),
    };

    public NirShape Shape(string field)
    {
        try
        {
            return NirShape.Create(Integers(field));
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw Fault($"has the dimensions {error.ActualValue} in '{field}', which are negative or too many", error);
        }
    }

    public NirPadding Padding(string field) => Value(field) switch
    {
        H5Texts { Values: ["same"] } => NirPadding.Same,
        H5Texts { Values: ["valid"] } => NirPadding.Valid,
        H5Texts { Values: [string other] } => throw Fault($"has the padding '{other}', which must be a number, same or valid"),
        _ => NirPadding.Zeros(Size(field)),
    };

    /// <summary>Says which datasets the node's type does not have; they are ignored.</summary>
    public void NoteUnknown()
    {
        foreach (string field in values.Keys.Where(field => !_known.Contains(field)))
            Note($"has a dataset '{field}', which the type does not have; it is ignored");
    }

    public FormatException Fault(string what, Exception? inner = null) => new($"The node '{name}' ({type}) {what}.", inner);

    private void Note(string what) => notes.Add($"The node '{name}' ({type}) {what}.");

    private int[] Integers(string field) => Value(field) switch
    {
        H5Integers integers when integers.Values.FirstOrDefault(value => value != (int)value) is var wrong and not 0 =>
            throw Fault($"has {wrong} in '{field}', which is out of range"),
        H5Integers integers => System.Array.ConvertAll(integers.Values, value => (int)value),
        _ => throw Fault($"has a dataset '{field}' that does not hold whole numbers"),
    };

    private H5Value Value(string field) => Has(field) ? values[field] : throw Fault($"has no dataset '{field}'");
}
