namespace SpikeML.Nir;

/// <summary>Options of <c>mlContext.Data.LoadNirData</c>.</summary>
public sealed record NirDataReading
{
    /// <summary>The node whose values are read; in a nested graph, "outer/inner".</summary>
    /// <value>Null by default: the only node of the file.</value>
    public string? NodeName { get; init; }

    /// <summary>What is read of the node, such as "spikes".</summary>
    /// <value>Null by default: the only observable of the node.</value>
    public string? ObservableName { get; init; }

    /// <summary>The duration of a step, in seconds, above 0. It decides how many steps events have.</summary>
    /// <value>Null by default: that of the file if its values are in steps, and 0.0001 for events.</value>
    public double? TimeStep { get; init; }

    /// <summary>The name of the column.</summary>
    /// <value>"Spikes" by default.</value>
    public string OutputColumnName { get; init; } = "Spikes";

    internal void Validate()
    {
        if (TimeStep is { } step)
            OptionCheck.Positive(step, nameof(TimeStep));
        ArgumentException.ThrowIfNullOrEmpty(OutputColumnName, nameof(OutputColumnName));
        OptionCheck.ColumnName(OutputColumnName, nameof(OutputColumnName));
    }
}
