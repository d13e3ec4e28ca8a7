using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tables;

/// <summary>A format of tables that are written, with the number of each row in the column <c>row</c>.</summary>
internal interface ITableFormat
{
    const string RowName = "row";

    /// <summary>The extension of its files, such as ".csv".</summary>
    string Extension { get; }

    /// <summary>Whether it can be written to standard output.</summary>
    bool CanStream { get; }

    void Write(IDataView data, IReadOnlyList<TableColumn> columns, Stream stream);
}

/// <summary>The formats of tables.</summary>
internal static class TableFormats
{
    /// <summary>The names of the formats that standard output takes, for help.</summary>
    public const string OfStandardOutput = "csv|jsonl";

    private static readonly ITableFormat[] All = [new CsvTable(), new JsonTable(), new ParquetTable()];

    /// <param name="path">The output, whose extension decides.</param>
    /// <param name="name">The format that was named, which is for standard output.</param>
    public static ITableFormat Of(string path, string? name)
    {
        if (path != StandardOutput.Name)
        {
            if (name is not null)
                throw ToolException.Usage($"--output-format can only be used with --output -: the name '{path}' "
                    + "tells its format.");
            return Array.Find(All, format => format.Extension.Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase))
                ?? throw ToolException.Usage($"'{path}': tables end in .csv, .jsonl or .parquet. Choose another --output.");
        }
        return Array.Find(All, format => format.CanStream && format.Extension == $".{name ?? "csv"}")
            ?? throw ToolException.Usage($"--output-format expects csv or jsonl, got '{name}'."
                + Suggestion.For(name!, OfStandardOutput.Split('|')));
    }
}
