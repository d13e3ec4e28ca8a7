using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Idv;

/// <summary>ML.NET's binary files.</summary>
internal static class IdvInput
{
    public static InputData Load(MLContext context, string path, InputRequest request)
    {
        IDataView rows = Open(context, path);
        string features = NamedColumn.Require(
            rows.Schema, request.Features ?? InputRequest.DefaultFeatures, "--features", $"'{path}'");
        string? label = request.Label is string name ? NamedColumn.Require(rows.Schema, name, "--label", $"'{path}'")
            : rows.Schema.GetColumnOrNull(InputRequest.DefaultLabel)?.Name;
        return new InputData(rows, rows.GetRowCount()!.Value, features, label);
    }

    public static IDataView Open(MLContext context, string path)
    {
        try
        {
            return context.Data.LoadFromBinary(path);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw ToolException.BadInput(
                $"'{path}' is not an ML.NET binary file or is damaged: {ErrorReport.OneLine(error.Message)}", error);
        }
    }
}
