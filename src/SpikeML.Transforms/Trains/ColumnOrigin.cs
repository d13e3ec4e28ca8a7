using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Detects flat columns that consist of spike columns appended by ML.NET's Concatenate.</summary>
internal static class ColumnOrigin
{
    /// <summary>The maximum number of spike columns to consider, because the search tries their combinations.</summary>
    private const int MostColumns = 12;

    /// <summary>The columns that a column was concatenated from, or null if it was not, as far as the view shows.</summary>
    public static DataViewSchema.Column[]? Concatenated(IDataView view, DataViewSchema.Column column)
    {
        while (IsUndeclaredVector(column) && view is IDataTransform transform)
        {
            DataViewSchema.Column[] sources = Sources(transform, column);
            if (sources.Length > 1)
                return IsFlat(column) && sources.Any(IsDeclared) && SlotsOf(sources) == SlotsOf([column]) ? sources : null;
            if (sources.Length == 0 || !sources[0].Type.Equals(column.Type))
                return null;
            (view, column) = (transform.Source, sources[0]);
        }
        return Concatenated(view.Schema, column);
    }

    /// <summary>Spike columns of the schema whose lengths add up to that of the column, or null if there are none.</summary>
    public static DataViewSchema.Column[]? Concatenated(DataViewSchema schema, DataViewSchema.Column column)
    {
        if (!IsUndeclaredVector(column) || !IsFlat(column))
            return null;
        DataViewSchema.Column[] declared = [.. schema.Where(other => other.Index < column.Index && IsDeclared(other))
            .TakeLast(MostColumns)];
        // A column as long as a single spike column may have been made from that one.
        long slots = SlotsOf([column]);
        return declared.All(other => SlotsOf([other]) != slots) && Parts(declared, 0, slots).ToArray() is { Length: > 1 } parts
            ? parts : null;
    }

    /// <summary>The columns that a transform combines; filtering and shuffling rows keeps columns.</summary>
    private static DataViewSchema.Column[] Sources(IDataTransform transform, DataViewSchema.Column column)
    {
        if (Parts(transform, column) is { } parts)
            return parts;
        return transform is IRowToRowMapper mapper ? [.. mapper.GetDependencies([column])]
            : transform.Source.Schema.GetColumnOrNull(column.Name) is { } same ? [same] : [];
    }

    /// <summary>
    /// The columns that Concatenate puts together, in its order, one as often as it is named; null where it is not Concatenate.
    /// </summary>
    private static DataViewSchema.Column[]? Parts(IDataTransform transform, DataViewSchema.Column column)
    {
        if (transform is not RowToRowMapperTransform made
            || made.GetTransformer() is not ColumnConcatenatingTransformer concatenate
            || transform.Schema[column.Name].Index != column.Index)
            return null;
        string[]? names = concatenate.Columns.FirstOrDefault(own => own.outputColumnName == column.Name).inputColumnNames;
        return names is null ? null : [.. names.Select(name => transform.Source.Schema[name])];
    }

    /// <summary>Columns from a position on whose slots add up to a number; empty if no choice does.</summary>
    private static IEnumerable<DataViewSchema.Column> Parts(DataViewSchema.Column[] columns, int from, long slots)
    {
        for (int i = from; i < columns.Length; i++)
        {
            long rest = slots - SlotsOf([columns[i]]);
            if (rest == 0)
                return [columns[i]];
            if (rest > 0 && Parts(columns, i + 1, rest).ToArray() is { Length: > 0 } others)
                return [columns[i], .. others];
        }
        return [];
    }

    private static bool IsDeclared(DataViewSchema.Column column) => SpikeAnnotations.StepsOf(column) is not null;

    private static bool IsUndeclaredVector(DataViewSchema.Column column) =>
        column.Type is VectorDataViewType { IsKnownSize: true } && !IsDeclared(column);

    private static bool IsFlat(DataViewSchema.Column column) => ((VectorDataViewType)column.Type).Dimensions.Length == 1;

    private static long SlotsOf(DataViewSchema.Column[] columns) =>
        columns.Sum(column => column.Type is VectorDataViewType vector ? vector.Size : 1L);
}
