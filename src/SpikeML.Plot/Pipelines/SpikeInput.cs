using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Plot;

/// <summary>What a rendering transform takes as its input column: spikes.</summary>
internal static class SpikeInput
{
    private const string Expected = "a known-size vector of Single whose first dimension is time";

    public static void Check(IExceptionContext host, SchemaShape.Column column)
    {
        if (column.Kind != SchemaShape.Column.VectorKind.Vector || column.IsKey || column.ItemType != NumberDataViewType.Single)
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name, Expected, column.GetTypeString());
    }

    public static (int NumSteps, int NeuronCount) Shape(IExceptionContext host, DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType { IsKnownSize: true } type || type.ItemType != NumberDataViewType.Single)
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name, Expected, column.Type.ToString());
        return (type.Dimensions[0], type.Size / type.Dimensions[0]);
    }
}
