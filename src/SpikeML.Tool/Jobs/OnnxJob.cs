using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>Converts a saved model, or a part of it, to ONNX.</summary>
/// <param name="context">The context of the model.</param>
/// <param name="modelPath">The model's file, for messages.</param>
/// <param name="part">What is converted.</param>
internal sealed class OnnxJob(MLContext context, string modelPath, OnnxPart part)
{
    // What ML.NET logs when it leaves out a step and all steps before it.
    private const string LeftOut = "Had to stop walkback";

    /// <param name="path">The ONNX file.</param>
    /// <param name="force">Whether it replaces an existing file.</param>
    public void Run(string path, bool force)
    {
        OutputFile.Write(path, force, Write);
        ProgressDisplay.Say($"{path}: takes {Names(part.Inputs, "")}; gives {Names(part.Outputs, ".output")}");
    }

    private static string Names(IEnumerable<DataViewSchema.Column> columns, string suffix) =>
        string.Join(", ", columns.Select(column => $"{column.Name}{suffix} ({column.Type})"));

    private void Write(Stream stream)
    {
        try
        {
            string[] outputs = [.. part.Outputs.Select(column => column.Name)];
            if (Convert(new TransformerChain<ITransformer>([.. part.Steps.Select(step => step.Transformer)]), part.Inputs, stream, outputs))
                return;
        }
        catch (NotSupportedException error)
        {
            throw ToolException.BadInput($"'{modelPath}': {ShellWords.Of(error.Message)}", error);
        }
        ModelStep culprit = part.Steps.FirstOrDefault(step => !Convert(step.Transformer, step.Input, Stream.Null, [.. step.Added]))
            ?? part.Steps[0];
        throw ToolException.BadInput($"'{modelPath}' has a step that ML.NET cannot convert to ONNX: "
            + $"{culprit.Transformer.GetType().Name}, which makes {string.Join(", ", culprit.Added)}. To convert only what follows, "
            + "name the columns with --inputs.");
    }

    /// <summary>Converts; returns false if a step was left out, which ML.NET tells its log, or no one.</summary>
    private bool Convert(ITransformer transformer, DataViewSchema inputs, Stream stream, string[] outputs)
    {
        bool isComplete = true;
        context.Log += Watch;
        try
        {
            context.Model.ConvertToOnnx(transformer, NoRows.Of(context, inputs), stream, outputs);
            return isComplete;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        finally
        {
            context.Log -= Watch;
        }

        void Watch(object? sender, LoggingEventArgs entry) =>
            isComplete &= !entry.RawMessage.Contains(LeftOut, StringComparison.Ordinal);
    }
}
