using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

/// <summary>Small data views of one vector column, and what a column of theirs holds.</summary>
internal static class OneColumn
{
    /// <summary>
    /// A data view of one column "Features", a vector of Single of the given dimensions, one row for each array.
    /// </summary>
    public static IDataView Of(MLContext context, int[] dimensions, params float[][] rows) =>
        Of(context, "Features", dimensions, rows);

    public static IDataView Of<T>(MLContext context, string name, int[] dimensions, params T[][] rows)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row<T>));
        var itemType = (PrimitiveDataViewType)((VectorDataViewType)schema[nameof(Row<T>.Values)].ColumnType).ItemType;
        schema[nameof(Row<T>.Values)].ColumnType = new VectorDataViewType(itemType, dimensions);
        schema[nameof(Row<T>.Values)].ColumnName = name;
        return context.Data.LoadFromEnumerable(rows.Select(values => new Row<T> { Values = values }), schema);
    }

    /// <summary>The dense values of every row of a column of Vector&lt;Single&gt;.</summary>
    public static float[][] Read(IDataView data, string column) =>
        [.. data.GetColumn<VBuffer<float>>(column).Select(row => row.DenseValues().ToArray())];

    public static ImmutableArray<int> Dimensions(IDataView data, string column) =>
        ((VectorDataViewType)data.Schema[column].Type).Dimensions;

    private sealed class Row<T>
    {
        public T[] Values { get; set; } = [];
    }
}
