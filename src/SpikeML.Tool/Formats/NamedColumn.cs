using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>Finds columns named on the command line.</summary>
internal static class NamedColumn
{
    private const int MostListed = 8;

    /// <summary>Returns the name if the schema has such a column, otherwise throws.</summary>
    public static string Require(DataViewSchema schema, string name, string option, string place) =>
        schema.GetColumnOrNull(name) is not null ? name
            : throw Missing(name, [.. schema.Where(column => !column.IsHidden).Select(column => column.Name)], option, place);

    /// <summary>The error for a missing column.</summary>
    /// <param name="name">The name.</param>
    /// <param name="columns">The existing columns.</param>
    /// <param name="option">The option that names the column.</param>
    /// <param name="place">Where the columns are, such as a file's name in quotes.</param>
    public static ToolException Missing(string name, IReadOnlyList<string> columns, string option, string place) =>
        ToolException.Usage(
            $"There is no column '{name}' in {place}: {Choice(columns, option)}"
                + (Lookalike.In(columns, name) is string twin
                    ? $" '{twin}' looks the same, but its accents are encoded differently (Unicode NFC and NFD): copy its name."
                    : Suggestion.For(name, columns)));

    /// <summary>The choice of columns.</summary>
    public static string Choice(IReadOnlyList<string> columns, string option) =>
        $"name {(columns.Count > 1 ? "one of " : "")}{string.Join(", ", columns.Take(MostListed))}{Rest(columns)} with {option}.";

    private static string Rest(IReadOnlyList<string> columns) => columns.Count > MostListed ? $", ... {columns[^1]}" : "";
}
