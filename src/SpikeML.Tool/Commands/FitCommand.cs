using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml fit</c>: writes a model for <c>encode model</c> or any ML.NET program.</summary>
internal static class FitCommand
{
    public static Command Make()
    {
        ToolCommand fit = new("fit",
            "Fit an encoder to all rows and save it as an ML.NET model, to encode shards with 'spikeml encode model'.")
        {
            Examples = ["spikeml fit latency --sample-digits 100 --scale -o encoder.zip"]
        };
        foreach (Encoder encoder in Encoder.All)
            fit.Add(MakeEncoder(encoder));
        return fit;
    }

    private static ToolCommand MakeEncoder(Encoder encoder)
    {
        ToolCommand command = new(encoder.Name, encoder.Description)
        {
            Examples = [$"spikeml fit {encoder.Name} --sample-digits 100 -o encoder.zip"]
        };
        PipelineOptions pipeline = new(encoder);
        InputOptions inputs = new();
        Option<string> output = new("--output", "-o") { Required = true, HelpName = "FILE", Description = "The model file." };
        Option<string?> column = new("--output-column")
        {
            HelpName = "NAME",
            Description = "The spike column that the model adds; Spikes by default."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        pipeline.AddTo(command);
        inputs.AddTo(command);
        command.Add("Output", output, column, force);
        command.SetAction((arguments, cancellation) =>
        {
            PipelineSource source = new(pipeline.Read(arguments, arguments.GetValue(column)), null);
            Fit(inputs.Read(arguments, cancellation) with { TextColumns = [.. source.ColumnsNeeded] }, source,
                arguments.GetValue(output)!, arguments.GetValue(force), cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Fit(InputRequest input, PipelineSource source, string path, bool force, CancellationToken cancellation)
    {
        OutputRequest.CheckPlace(path, force, input.Files);
        using WarningLog warnings = new();
        MLContext context = warnings.Context;
        InputData data = InputLoading.Load(context, input, cancellation);
        ITransformer model = data.Source.Guard(() => source.Make(context, data, cancellation));
        OutputFile.Write(path, force, stream => context.Model.Save(model, data.Rows.Schema, stream));
        string next = $"encode with 'spikeml encode model {path}'";
        ProgressDisplay.Say($"{path}: {source.Pipeline.Encoder.Name}, fitted to {Counted.Of(data.RowCount, "row")}; {next}");
    }
}
