using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;

namespace SpikeML;

/// <summary>Writes the columns of a transformer to the ONNX model.</summary>
internal static class OnnxColumns
{
    /// <summary>One column: its names, its code, and the shape of its rows.</summary>
    internal sealed record Column(string Output, DataViewSchema.Column Input, SpikeCode Code, RowShape Shape);

    /// <summary>Throws if one of the columns cannot be written.</summary>
    /// <exception cref="NotSupportedException">A column cannot be written; the message says why, and what to do.</exception>
    public static void Check(IReadOnlyList<Column> columns)
    {
        string[] reasons = [.. columns.Select(column => Obstacle(column)).OfType<string>().Distinct()];
        if (reasons.Length > 0)
            throw OnnxRefusal.Of(columns.Where(column => Obstacle(column) is not null).Select(column => column.Output),
                columns[0].Code.Entry.Name, reasons[0]);
    }

    public static void Write(OnnxContext context, DataViewSchema schema, IReadOnlyList<Column> columns)
    {
        OnnxModelGraph.CheckVersion(context);
        // A column may be replaced, and still be the input of another one.
        OnnxModelGraph[] graphs = [.. columns.Select(column => new OnnxModelGraph(context, column.Output))];
        OnnxTensor[] outputs = [.. columns.Zip(graphs, (column, graph) => Encode(schema, column, graph))];
        for (int i = 0; i < outputs.Length; i++)
            graphs[i].AddColumn(columns[i].Output, columns[i].Code.OutputType(columns[i].Shape), outputs[i]);
    }

    private static string? Obstacle(Column column) => column.Code is IOnnxCode code
        ? code.OnnxObstacle : column.Code.OnnxReason;

    private static OnnxTensor Encode(DataViewSchema schema, Column column, OnnxModelGraph graph)
    {
        OnnxRows rows = new(graph, schema, column.Input, column.Shape, column.Code.KeepsDigits);
        return ((IOnnxCode)column.Code).WriteOnnx(rows).Reshape([0, .. Declared(column.Shape)]);
    }

    /// <summary>ML.NET declares a single value as [rows, 1], whatever its dimensions.</summary>
    private static ImmutableArray<long> Declared(RowShape shape) =>
        shape.OutputLength == 1 ? [1] : [.. shape.OutputDimensions.Select(dimension => (long)dimension)];
}
