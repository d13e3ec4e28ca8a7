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
            ITransformer model = context.Model.LoadVerified(FileFormats.Existing(path), out DataViewSchema inputSchema);
            return (model, inputSchema);
        }
        catch (FormatException error)
        {
            throw ToolException.BadInput(ErrorReport.OneLine(error.Message), error);
        }
    }
}
