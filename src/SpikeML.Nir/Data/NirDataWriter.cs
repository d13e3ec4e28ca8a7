using PureHDF;

namespace SpikeML.Nir;

/// <summary>Writes NIRData: groups of nodes, with groups of what was observed of them.</summary>
internal sealed class NirDataWriter(NirDataOptions options)
{
    private readonly H5File _file = Typed<H5File>("NIRGraphData", new() { ["nodes"] = new H5Group() });

    /// <summary>Adds the rows of a column.</summary>
    /// <exception cref="ArgumentException">A name cannot be used, or was used before.</exception>
    /// <exception cref="InvalidOperationException">There are no rows, or a value is not finite.</exception>
    public void Add(NirObservable observable, SpikeTrain[] rows)
    {
        H5Group observables = Observables(observable);
        if (NirName.Fault(observable.Name) is { } fault)
            throw new ArgumentException($"The name '{observable.Name}' of an observable {fault}.", nameof(observable));
        if (rows.Length == 0)
            throw new InvalidOperationException($"The column '{observable.ColumnName}' has no rows to save.");
        Check(observable, rows);
        bool areSpikes = rows.All(row => row.All(spike => spike.Value == 1));
        H5Group group = options.Form == NirDataForm.Grid ? Grid(rows, areSpikes) : Events(rows, areSpikes);
        if (!observables.TryAdd(observable.Name, group))
        {
            throw new ArgumentException($"Two columns are '{observable.Name}' of the node '{observable.NodeName}'; "
                + $"'{observable.ColumnName}' is the second one.", nameof(observable));
        }
    }

    public void Write(Stream stream)
    {
        using MemoryStream content = new();
        _file.Write(content);
        content.WriteTo(stream);
    }

    /// <summary>The group for the observables of a node, in those of the graphs that contain it.</summary>
    private H5Group Observables(NirObservable observable)
    {
        H5Group graph = _file;
        string[] names = (observable.NodeName ?? "").Split('/');
        foreach (string name in names)
        {
            if (NirName.Fault(name) is { } fault)
                throw new ArgumentException($"The node name '{observable.NodeName}' {fault}.", nameof(observable));
        }
        foreach (string name in names[..^1])
            graph = Child(graph, name, "NIRGraphData", "nodes", observable.NodeName!);
        return (H5Group)Child(graph, names[^1], "NIRNodeData", "observables", observable.NodeName!)["observables"];
    }

    private static H5Group Child(H5Group graph, string name, string type, string content, string path)
    {
        H5Group nodes = (H5Group)graph["nodes"];
        if (!nodes.TryGetValue(name, out object? child))
            nodes[name] = child = Typed<H5Group>(type, new() { [content] = new H5Group() });
        return ((H5Group)child).ContainsKey(content) ? (H5Group)child
            : throw new ArgumentException($"'{name}' in the node name '{path}' is a node in one column and a graph in another.",
                nameof(path));
    }

    private H5Group Grid(SpikeTrain[] rows, bool areSpikes)
    {
        float[] values = [.. rows.SelectMany(row => row.ToDense())];
        ulong[] dimensions = [(ulong)rows.Length, (ulong)rows[0].NumSteps, (ulong)rows[0].NeuronCount];
        H5Group group = Typed<H5Group>("TimeGriddedData", new()
        {
            ["data"] = areSpikes
                ? new H5Dataset<H5Truth[]>(Array.ConvertAll(values, value => (H5Truth)value), fileDims: dimensions)
                : new H5Dataset<float[]>(values, fileDims: dimensions),
        });
        group.Attributes["dt"] = options.TimeStep;
        return group;
    }

    private H5Group Events(SpikeTrain[] rows, bool areSpikes)
    {
        // A row without spikes keeps a place, since tools do not read arrays without values.
        int most = Math.Max(1, rows.Max(row => row.Count));
        ulong[] dimensions = [(ulong)rows.Length, (ulong)most];
        H5Group group = Typed<H5Group>(areSpikes ? "EventData" : "ValuedEventData", new()
        {
            ["idx"] = Padded(spike => (long)spike.Neuron, -1),
            ["time"] = Padded(spike => NirEventTime.Of(spike.Step, options.TimeStep), double.PositiveInfinity),
        });
        if (!areSpikes)
            group["value"] = Padded(spike => spike.Value, 0);
        group.Attributes["n_neurons"] = (long)rows[0].NeuronCount;
        group.Attributes["t_max"] = NirEventTime.End(rows[0].NumSteps, options.TimeStep);
        return group;

        H5Dataset<T[]> Padded<T>(Func<SpikeEvent, T> value, T padding) => new([.. rows.SelectMany(row =>
            row.Select(value).Concat(Enumerable.Repeat(padding, most - row.Count)))], fileDims: dimensions);
    }

    private static void Check(NirObservable observable, SpikeTrain[] rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (SpikeEvent spike in rows[row].AsSpan())
            {
                if (!float.IsFinite(spike.Value))
                {
                    throw new InvalidOperationException($"The column '{observable.ColumnName}' has {spike.Value} in row {row}, "
                        + $"at step {spike.Step} of neuron {spike.Neuron}; values must be finite.");
                }
            }
        }
    }

    private static T Typed<T>(string type, T group)
        where T : H5Group
    {
        group.Attributes["__type__"] = type;
        return group;
    }
}
