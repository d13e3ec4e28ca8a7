using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>The columns with the spikes and membranes of hidden layers.</summary>
internal static class RecordedLayers
{
    /// <summary>Rejects names that are empty, occur twice, or are those of predictions.</summary>
    /// <param name="layers">The hidden layers.</param>
    /// <param name="spikes">The column of the output's spikes, or null.</param>
    /// <param name="membrane">The column of the output's membranes, or null.</param>
    public static void Check(IEnumerable<SpikingLayer> layers, string? spikes, string? membrane)
    {
        const string Spikes = nameof(SpikingNetworkOptions.OutputSpikesColumnName),
            Membrane = nameof(SpikingNetworkOptions.OutputMembraneColumnName);
        OptionCheck.ColumnName(spikes, Spikes);
        OptionCheck.ColumnName(membrane, Membrane);
        OptionCheck.Require(spikes is null || spikes != membrane, membrane, Membrane, $"{Membrane} must differ from {Spikes}.");
        OutputColumns.CheckFree(spikes, Spikes);
        OutputColumns.CheckFree(membrane, Membrane);
        HashSet<string> taken = [.. new[] { spikes, membrane }.OfType<string>()];
        foreach (SpikingLayer layer in layers)
        {
            OptionCheck.ColumnName(layer.SpikesColumnName, nameof(SpikingLayer.SpikesColumnName));
            OptionCheck.ColumnName(layer.MembraneColumnName, nameof(SpikingLayer.MembraneColumnName));
            OutputColumns.CheckFree(layer.SpikesColumnName, nameof(SpikingLayer.SpikesColumnName));
            OutputColumns.CheckFree(layer.MembraneColumnName, nameof(SpikingLayer.MembraneColumnName));
            foreach (string name in layer.ColumnNames)
                OptionCheck.Require(taken.Add(name), name, nameof(SpikingNetworkOptions.Layers),
                    $"The column '{name}' of a layer ({layer}) is also that of another layer or of the output.");
        }
    }

    /// <summary>The columns before fitting.</summary>
    public static IEnumerable<SchemaShape.Column> Promised(IEnumerable<SpikingLayer> layers) =>
        from layer in layers
        from name in layer.ColumnNames
        select new SchemaShape.Column(name, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, isKey: false,
            name == layer.SpikesColumnName ? OutputColumns.StepsShape : null);

    /// <summary>The columns, [numSteps, ...the layer's shape].</summary>
    public static IEnumerable<DataViewSchema.DetachedColumn> Delivered(TrainedNetwork network, int numSteps) =>
        from layer in network.Layers.SkipLast(1)
        from name in layer.Geometry.Layer.ColumnNames
        select new DataViewSchema.DetachedColumn(name,
            new VectorDataViewType(NumberDataViewType.Single, (int[])[numSteps, .. layer.Geometry.Output]),
            name == layer.Geometry.Layer.SpikesColumnName ? OutputColumns.Steps(numSteps) : null);

    /// <summary>The getter of such a column, or null for another one.</summary>
    public static Delegate? Getter(TrainedNetwork network, string column, RowScores row)
    {
        for (int i = 0; i < network.Layers.Length - 1; i++)
        {
            SpikingLayer layer = network.Layers[i].Geometry.Layer;
            if (layer.ColumnNames.Contains(column))
                return RecordingGetters.Of(row.Record(i, isSpikes: column == layer.SpikesColumnName), row);
        }
        return null;
    }
}
