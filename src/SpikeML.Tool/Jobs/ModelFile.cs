using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Saved models.</summary>
internal static class ModelFile
{
    private const string ModuleFault = "has a module of the type";

    public static (ITransformer Model, DataViewSchema? InputSchema) Load(MLContext context, string path)
    {
        try
        {
            ITransformer model = context.Model.LoadVerified(FileFormats.Existing(path), out DataViewSchema inputSchema);
            return (model, inputSchema);
        }
        catch (FormatException error) when (error.Message.Contains(ModuleFault, StringComparison.Ordinal))
        {
            throw ToolException.BadInput($"'{path}' holds a TorchSharp module of a program's own class, which only that program "
                + "can load, with libtorch: predict with it there.", error);
        }
        catch (FormatException error) when (ForeignFile.KindOf(path) is string kind)
        {
            throw ToolException.BadInput($"'{path}' is {kind}, not an ML.NET model.", error);
        }
        catch (FormatException error)
        {
            throw ToolException.BadInput(ErrorReport.OneLine(error.Message), error);
        }
    }
}
