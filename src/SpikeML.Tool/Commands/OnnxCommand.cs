using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml onnx</c>: converts a saved model to ONNX.</summary>
internal static class OnnxCommand
{
    public static Command Make()
    {
        Argument<string> model = new("model") { Description = "A model, saved by an ML.NET program or 'spikeml fit'." };
        Option<string> output = new("--output", "-o") { Required = true, HelpName = "FILE", Description = "The ONNX file." };
        Option<string?> outputs = new("--outputs")
        {
            HelpName = "COLUMNS",
            Description = "The columns that the ONNX model gives, such as Score,PredictedLabel; by default the predictions, or "
                + "the columns that the last step adds. Their names get the ending .output."
        };
        Option<string?> inputs = new("--inputs")
        {
            HelpName = "COLUMNS",
            Description = "The columns that the ONNX model takes, such as Spikes: only the steps after those that make them are "
                + "converted. By default, those of the model's input that the outputs need."
        };
        Option<string?> draws = new("--draws")
        {
            HelpName = "refuse|runtime",
            Description = "What to do with codes that draw at random, such as rate: refuse them, or let the ONNX runtime draw "
                + "other spikes with the same probabilities, which differ from run to run. By default, as saved with the model."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolCommand onnx = new("onnx",
            "Convert a saved model to ONNX (opset 12), to run it with OnnxRuntime in other programs and languages. Encoders give "
                + "the same spikes there, and spiking networks the same labels for 99.9 % of rows.")
        {
            Examples = ["spikeml onnx model.zip --draws runtime -o model.onnx",
                "spikeml onnx model.zip --inputs Spikes -o network.onnx"]
        };
        onnx.Add(model.RefusingOptions());
        onnx.Add("Output", output, force);
        onnx.Add("Conversion", inputs, outputs, draws);
        onnx.SetAction((arguments, _) =>
        {
            OnnxDraws? chosen = DrawsOf(arguments.GetValue(draws));
            string[] first = Split(inputs.Name, arguments.GetValue(inputs));
            string[] last = Split(outputs.Name, arguments.GetValue(outputs));
            Convert(arguments.GetValue(model)!, first, last, chosen,
                arguments.GetValue(output)!, arguments.GetValue(force));
            return Task.FromResult(ExitCode.Done);
        });
        return onnx;
    }

    private static void Convert(string path, string[] inputs, string[] outputs, OnnxDraws? draws, string output, bool force)
    {
        OutputRequest.CheckPlace(output, force, path);
        MLContext context = new();
        (ITransformer model, DataViewSchema? schema) = ModelFile.Load(context, path);
        if (schema is null)
            throw ToolException.BadInput(
                $"'{path}' does not say which columns the model reads: save it with the schema of its data.");
        OnnxPart part = OnnxPart.Of(path, ModelStep.Of(model, schema), inputs, outputs);
        new OnnxJob(context, path, draws is null ? part : part.With(draws.Value)).Run(output, force);
    }

    private static OnnxDraws? DrawsOf(string? word) => word switch
    {
        null => null,
        "refuse" => OnnxDraws.Refuse,
        "runtime" => OnnxDraws.Runtime,
        _ => throw ToolException.Usage($"--draws expects refuse or runtime, got '{word}'."),
    };

    private static string[] Split(string option, string? names)
    {
        if (names is null)
            return [];
        const StringSplitOptions words = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        string[] columns = [.. names.Split(',', words).Distinct()];
        return columns.Length > 0 ? columns : throw ToolException.Usage($"{option} expects names of columns, got '{names}'.");
    }
}
