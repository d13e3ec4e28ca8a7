using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Data without rows: all that a conversion to ONNX needs of its data is the schema.</summary>
internal static class NoRows
{
    public static IDataView Of(MLContext context, DataViewSchema schema) => new EmptyDataView(context, schema);
}
