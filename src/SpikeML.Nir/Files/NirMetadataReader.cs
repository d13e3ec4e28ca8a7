using PureHDF;

namespace SpikeML.Nir;

/// <summary>Reads the metadata of a node; what has a type that NIR does not use is left out, with a note.</summary>
internal sealed class NirMetadataReader(H5ValueReader values, List<string> notes)
{
    /// <summary>Reads metadata.</summary>
    /// <param name="group">The group, or null if there is none.</param>
    /// <param name="node">The node's name, for notes.</param>
    /// <param name="depth">How many groups it may have within another.</param>
    public IReadOnlyDictionary<string, object> Read(IH5Group? group, string node, int depth)
    {
        Dictionary<string, object> metadata = [];
        if (group is null)
            return metadata;
        NirGroup links = new(group);
        foreach (IH5Dataset dataset in links.Datasets)
        {
            if (Value(dataset, node) is { } value)
                metadata[dataset.Name] = value;
        }
        foreach (IH5Group nested in links.Groups)
        {
            metadata[nested.Name] = depth > 0 ? Read(nested, node, depth - 1)
                : throw new FormatException($"The metadata of the node '{node}' is nested too deep.");
        }
        return metadata;
    }

    private object? Value(IH5Dataset dataset, string node)
    {
        try
        {
            return values.Read(dataset) switch
            {
                H5Texts { Shape.Count: 0 } text => text.Values[0],
                H5Texts texts => texts.Values,
                H5Integers { Shape.Count: 0 } integer => integer.Values[0],
                H5Integers integers => integers.ToArray(),
                H5Numbers { Shape.Count: 0 } number => number.Values[0],
                H5Numbers numbers => numbers.Values,
                _ => null,
            };
        }
        catch (FormatException error)
        {
            notes.Add($"The metadata '{dataset.Name}' of the node '{node}' {error.Message}; it is left out.");
            return null;
        }
    }
}
