using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>Checks of the columns that a network reads.</summary>
internal static class NetworkInput
{
    public static SchemaShape.Column CheckLabel(IExceptionContext host, SchemaShape schema, string name, SpikingTask task)
    {
        SchemaShape.Column column = ColumnSearch.Find(host, schema, "label", name);
        bool fits = column.Kind == SchemaShape.Column.VectorKind.Scalar && task switch
        {
            SpikingTask.Multiclass => column.IsKey,
            SpikingTask.Binary => column.ItemType == BooleanDataViewType.Instance,
            _ => column.ItemType == NumberDataViewType.Single && !column.IsKey,
        };
        return fits ? column : throw host.ExceptSchemaMismatch(nameof(schema), "label", name, ExpectedLabel(task),
            column.GetTypeString());
    }

    /// <summary>
    /// The spike column of data to predict: any number of steps, with the neurons that the network was trained on.
    /// </summary>
    public static SpikeColumn FindSpikes(IExceptionContext host, OnceLog log, DataViewSchema schema, string name,
        ImmutableArray<int> inputShape)
    {
        SpikeColumn spikes = SpikeColumn.Find(host, log, schema, name);
        if (!spikes.Shape.SequenceEqual(inputShape))
            throw host.ExceptSchemaMismatch(nameof(schema), "input", name,
                $"a vector of Single of dimensions [numSteps{string.Concat(inputShape.Select(size => $", {size}"))}], "
                    + "as in training", spikes.Column.Type.ToString());
        return spikes;
    }

    public static int CountClasses(IExceptionContext host, DataViewSchema.Column label)
    {
        ulong count = ((KeyDataViewType)label.Type).Count;
        if (count is < 2 or > 1 << 20)
            throw host.ExceptSchemaMismatch(nameof(label), "label", label.Name, "a key of 2 to 1,048,576 values",
                label.Type.ToString());
        return (int)count;
    }

    private static string ExpectedLabel(SpikingTask task) => task switch
    {
        SpikingTask.Multiclass => "a key",
        SpikingTask.Binary => "Boolean",
        _ => "Single",
    };
}
