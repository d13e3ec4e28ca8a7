using PureHDF;

namespace SpikeML.Nir;

/// <summary>Finds an observable of a node in a file of NIRData, and reads it.</summary>
internal sealed class NirDataReader(H5ValueReader values, NirDataReading options)
{
    /// <summary>Graphs within graphs; more are a circle of links.</summary>
    private const int Deepest = 32;

    private readonly List<(string Node, string Name, IH5Group Group)> _found = [];

    /// <exception cref="FormatException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">The options name what the file does not have.</exception>
    public NirEvents Read(IH5Group file)
    {
        if (new NirGroup(file).Find<IH5Group>("node") is not null)
            throw new FormatException("It contains a graph, not spikes: read it with NirGraph.Read or mlContext.Model.LoadNir.");
        List(new(file), "", Deepest);
        return Read(Chosen());
    }

    private NirEvents Read((string Node, string Name, IH5Group Group) chosen)
    {
        NirObservableReader reader = new(values, options, $"'{chosen.Name}' of the node '{chosen.Node}'", chosen.Group);
        return Type(chosen.Group) switch
        {
            "TimeGriddedData" => reader.Grid(),
            "EventData" or "ValuedEventData" => reader.Events(),
            var other => throw new FormatException($"'{chosen.Name}' of the node '{chosen.Node}' has the type '{other}'; "
                + "the types are EventData, ValuedEventData and TimeGriddedData."),
        };
    }

    private void List(NirGroup graph, string prefix, int depth)
    {
        if (depth == 0)
            throw new FormatException($"Its graphs lie in more than {Deepest} others, or their links lead in a circle.");
        NirGroup nodes = new(graph.Find<IH5Group>("nodes")
            ?? throw new FormatException("It has no group 'nodes', as every file of NIRData has."));
        foreach (IH5Group node in nodes.Groups)
        {
            NirGroup content = new(node);
            if (content.Find<IH5Group>("observables") is { } observables)
                _found.AddRange(new NirGroup(observables).Groups.Select(each => (prefix + node.Name, each.Name, each)));
            else
                List(content, $"{prefix}{node.Name}/", depth - 1);
        }
    }

    private (string Node, string Name, IH5Group Group) Chosen()
    {
        if (_found.Count == 0)
            throw new FormatException("It has nodes without observables.");
        var fitting = _found.Where(each => (options.NodeName is null || each.Node == options.NodeName)
            && (options.ObservableName is null || each.Name == options.ObservableName)).ToArray();
        return fitting is [var only] ? only : throw new ArgumentException(
            (fitting.Length == 0 ? "The file does not have what the options name. " : "The file has several observables: name "
                + $"one with {nameof(NirDataReading.NodeName)} and {nameof(NirDataReading.ObservableName)}. ")
            + $"It has {string.Join(", ", _found.Select(each => $"'{each.Name}' of '{each.Node}'"))}.",
            fitting.Length == 0 && _found.All(each => each.Node != options.NodeName) && options.NodeName is not null
                ? nameof(NirDataReading.NodeName) : nameof(NirDataReading.ObservableName));
    }

    private static string Type(IH5Group group) => group.AttributeExists("__type__")
        ? group.Attribute("__type__").Read<string>() : "";
}
