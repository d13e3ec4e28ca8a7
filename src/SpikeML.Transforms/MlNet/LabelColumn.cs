using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the target encoders take as labels: a key or a number, as a scalar or a vector of known size.</summary>
internal static class LabelColumn
{
    private const string Expected = "a scalar or a known-size vector of a key or a number";

    public static void Check(IExceptionContext host, SchemaShape.Column column)
    {
        if (column.Kind == SchemaShape.Column.VectorKind.VariableVector || !IsLabel(column.ItemType.RawType))
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name, Expected, column.GetTypeString());
    }

    public static ImmutableArray<int> Dimensions(IExceptionContext host, DataViewSchema.Column column)
    {
        if (!IsLabel(ItemType(column).RawType) || column.Type is VectorDataViewType { IsKnownSize: false })
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name, Expected, column.Type.ToString());
        return (column.Type as VectorDataViewType)?.Dimensions ?? [];
    }

    /// <summary>The number of classes of each column: given, a key's cardinality, or the largest number + 1.</summary>
    public static int[] CountClasses(IHost host, IDataView data, (string outputColumnName, string inputColumnName)[] pairs, int? numClasses)
    {
        DataViewSchema.Column[] columns = [.. pairs.Select(pair => data.Schema[pair.inputColumnName])];
        int[] counts = [.. columns.Select(column => numClasses ?? Cardinality(column))];
        foreach (DataViewSchema.Column column in columns)
            Dimensions(host, column);
        int[] open = [.. Enumerable.Range(0, counts.Length).Where(pair => counts[pair] == 0)];
        if (open.Length > 0)
        {
            ColumnLearning.Read(host, data, [.. open.Select(pair => columns[pair])], "the number of classes", (i, labels) =>
            {
                LabelCheck.AllWhole(labels);
                foreach (float label in labels)
                    counts[open[i]] = Math.Max(counts[open[i]], (int)label + 1);
            }, LabelReader.Create);
        }
        return counts;
    }

    public static DataViewType ItemType(DataViewSchema.Column column) => (column.Type as VectorDataViewType)?.ItemType ?? column.Type;

    private static int Cardinality(DataViewSchema.Column column) =>
        ItemType(column) is KeyDataViewType key ? (int)Math.Min(key.Count, LabelCheck.MostClasses) : 0;

    private static bool IsLabel(Type type) =>
        type.IsPrimitive && type != typeof(bool) && type != typeof(char) && type != typeof(nint) && type != typeof(nuint);
}
