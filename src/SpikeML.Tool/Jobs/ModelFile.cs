using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Saved models.</summary>
internal static class ModelFile
{
    public static (ITransformer Model, DataViewSchema? InputSchema) Load(MLContext context, string path)
    {
        try
        {
            ITransformer model = context.Model.Load(FileFormats.Existing(path), out DataViewSchema inputSchema);
            return (model, inputSchema);
        }
        catch (Exception error) when (error is not ToolException and not IOException and not UnauthorizedAccessException)
        {
            throw ToolException.BadInput($"'{path}' cannot be loaded as a model: {ErrorReport.OneLine(error.Message)}", error);
        }
    }
}
