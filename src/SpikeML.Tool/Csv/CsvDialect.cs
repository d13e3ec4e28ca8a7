using System.Globalization;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Csv;

/// <summary>How a table is written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Separator">The character between cells.</param>
/// <param name="Decimal">The character before decimal places.</param>
/// <param name="HasHeader">Whether the first line holds names.</param>
internal sealed record CsvDialect(string Path, char Separator, char Decimal, bool HasHeader)
{
    public static CsvDialect Of(string path, InputRequest request)
    {
        char separator = request.Separator
            ?? (System.IO.Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',');
        if (separator == request.Decimal)
            throw ToolException.Usage($"'{separator}' cannot be both the separator and the decimal separator of '{path}': set "
                + "--separator, for example to semicolon.");
        return new CsvDialect(path, separator, request.Decimal, !request.NoHeader);
    }

    /// <summary>How numbers are written.</summary>
    public NumberFormatInfo Numbers { get; } = new()
    {
        NumberDecimalSeparator = $"{Decimal}",
        NumberGroupSeparator = ""
    };

    /// <summary>The name of a separator in --separator, or null if a character is unlikely to be one.</summary>
    public static string? NameOfSeparator(char character) => character switch
    {
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "'|'",
        ',' => "comma",
        _ => null,
    };
}
