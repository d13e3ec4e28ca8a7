using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Finds columns by name, and says it where there is none.</summary>
internal static class ColumnSearch
{
    /// <summary>A column that a pipeline needs; its absence is ML.NET's schema mismatch.</summary>
    /// <param name="host">Names itself in the error.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="role">What the column is to the pipeline, such as "input".</param>
    /// <param name="name">The column's name.</param>
    public static DataViewSchema.Column Find(IExceptionContext host, DataViewSchema schema, string role, string name) =>
        schema.GetColumnOrNull(name) ?? throw host.ExceptSchemaMismatch(nameof(schema), role, name);

    /// <inheritdoc cref="Find(IExceptionContext, DataViewSchema, string, string)"/>
    public static SchemaShape.Column Find(IExceptionContext host, SchemaShape schema, string role, string name) =>
        schema.TryFindColumn(name, out SchemaShape.Column column)
            ? column : throw host.ExceptSchemaMismatch(nameof(schema), role, name);

    /// <summary>
    /// A column that a method's caller named; its absence is an error of that argument, which lists the columns that there are.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="columnName">The column's name.</param>
    /// <param name="parameter">The argument that named it.</param>
    public static DataViewSchema.Column Find(
        DataViewSchema schema, string columnName, string parameter = "columnName") =>
        schema.GetColumnOrNull(columnName) ?? throw new ArgumentOutOfRangeException(parameter, columnName,
            $"There is no column '{columnName}'. The columns are: "
                + $"{string.Join(", ", schema.Where(column => !column.IsHidden).Select(column => column.Name))}.");
}
