using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Finds columns by name and reports missing ones.</summary>
internal static class ColumnSearch
{
    /// <summary>Finds a column that a pipeline needs; if it is missing, throws ML.NET's schema mismatch.</summary>
    /// <param name="host">The host that is named in the error.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="role">The role of the column in the pipeline, such as "input".</param>
    /// <param name="name">The column's name.</param>
    public static DataViewSchema.Column Find(IExceptionContext host, DataViewSchema schema, string role, string name) =>
        schema.GetColumnOrNull(name) ?? throw host.ExceptSchemaMismatch(nameof(schema), role, name);

    /// <inheritdoc cref="Find(IExceptionContext, DataViewSchema, string, string)"/>
    public static SchemaShape.Column Find(IExceptionContext host, SchemaShape schema, string role, string name) =>
        schema.TryFindColumn(name, out SchemaShape.Column column)
            ? column : throw host.ExceptSchemaMismatch(nameof(schema), role, name);

    /// <summary>
    /// Finds a column that the caller of a method named; if it is missing, throws an error for that argument that lists the
    /// existing columns.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="columnName">The column's name.</param>
    /// <param name="parameter">The argument that names the column.</param>
    public static DataViewSchema.Column Find(
        DataViewSchema schema, string columnName, string parameter = "columnName") =>
        schema.GetColumnOrNull(columnName) ?? throw new ArgumentOutOfRangeException(parameter, columnName,
            $"There is no column '{columnName}'. The columns are: "
                + $"{string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => column.Name))}.");
}
