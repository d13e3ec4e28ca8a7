using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What an encoder takes as its input column: Single, Double or Byte, as a vector of known size or, for some, a scalar.</summary>
internal static class InputColumn
{
    /// <summary>Checks a column whose dimensions are not known yet.</summary>
    public static void Check(IExceptionContext host, SchemaShape.Column column, bool scalarAllowed, string role = "input")
    {
        bool kindFits = column.Kind == SchemaShape.Column.VectorKind.Vector
            || (scalarAllowed && column.Kind == SchemaShape.Column.VectorKind.Scalar);
        if (!kindFits || column.IsKey || !IsNumber(column.ItemType))
            throw host.ExceptSchemaMismatch(nameof(column), role, column.Name, Expected(scalarAllowed), column.GetTypeString());
    }

    /// <summary>The dimensions of a column, none for a scalar; throws when an encoder cannot take it.</summary>
    public static ImmutableArray<int> Dimensions(IExceptionContext host, DataViewSchema.Column column, bool scalarAllowed, string role = "input")
    {
        if (column.Type is VectorDataViewType { IsKnownSize: true } vector && IsNumber(vector.ItemType))
            return vector.Dimensions;
        if (scalarAllowed && IsNumber(column.Type))
            return [];
        throw host.ExceptSchemaMismatch(nameof(column), role, column.Name, Expected(scalarAllowed), column.Type.ToString());
    }

    private static bool IsNumber(DataViewType type) =>
        type == NumberDataViewType.Single || type == NumberDataViewType.Double || type == NumberDataViewType.Byte;

    private static string Expected(bool scalarAllowed) => scalarAllowed
        ? "a scalar or a known-size vector of Single, Double or Byte"
        : "a known-size vector of Single, Double or Byte whose first dimension is time";
}
