using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>The columns that a trainer reads, and those that its transformer adds.</summary>
internal sealed class TrainerColumns
{
    private readonly IHost _host;
    private readonly OnceLog _log;
    private readonly SpikingTask _task;
    private readonly string? _weight;

    public TrainerColumns(
        IHost host, SpikingTask task, string labelColumnName, string spikeColumnName, string? exampleWeightColumnName)
    {
        host.CheckNonEmpty(labelColumnName, nameof(labelColumnName));
        host.CheckNonEmpty(spikeColumnName, nameof(spikeColumnName));
        OptionCheck.ColumnName(exampleWeightColumnName, nameof(exampleWeightColumnName));
        (_host, _log, _task, _weight) = (host, new OnceLog(host), task, exampleWeightColumnName);
        (Label, Spikes) = (labelColumnName, spikeColumnName);
    }

    /// <summary>The name of the label column.</summary>
    public string Label { get; }

    /// <summary>The name of the spike column.</summary>
    public string Spikes { get; }

    /// <summary>Finds the columns in the data to train on.</summary>
    public (SpikeColumn Spikes, NetworkLabel Label) Find(IDataView input, SpikingNetworkOptions options)
    {
        _host.CheckValue(input, nameof(input));
        Promise(SchemaShape.Create(input.Schema), options);
        SpikeColumnCheck.RefuseConcatenated(_host, input, [Spikes]);
        SpikeColumn spikes = SpikeColumn.Find(_host, _log, input.Schema, Spikes);
        NetworkLabel label = NetworkLabel.Find(_host, input.Schema, Label, _weight, _task, spikes);
        if (options.ClassWeights is { } weights)
            SpikeLossOptions.CheckClassWeights(weights, label.Classes);
        return (spikes, label);
    }

    /// <summary>The input schema with the prediction columns added.</summary>
    public SchemaShape Promise(SchemaShape inputSchema, SpikingNetworkOptions options)
    {
        _host.CheckValue(inputSchema, nameof(inputSchema));
        SpikeColumn.Check(_host, inputSchema, Spikes);
        SchemaShape.Column label = NetworkLabel.Check(_host, inputSchema, Label, _weight, _task);
        Dictionary<string, SchemaShape.Column> columns = inputSchema.ToDictionary(column => column.Name);
        foreach (SchemaShape.Column column in OutputColumns.Promised(_task, label, options))
            columns[column.Name] = column;
        return new SchemaShape(columns.Values);
    }
}
