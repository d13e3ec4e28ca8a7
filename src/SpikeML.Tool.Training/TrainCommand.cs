using System.CommandLine;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Training;

/// <summary><c>spikeml-train</c>: trains a spiking network on the rows of a file, and writes a model.</summary>
internal static class TrainCommand
{
    /// <summary>The program.</summary>
    public static ToolProgram Program { get; } = new("spikeml-train", Make, HelpPage.Of)
    {
        Phrases =
        [
            ("Add the package TorchSharp-cpu, TorchSharp-cuda-linux or TorchSharp-cuda-windows, of the version of TorchSharp, to "
                + "the project that runs; the inner exception says what was tried.",
                "This package has it for Linux (x64), Windows (x64) and macOS (ARM64)."),
            ("Use FirstWeights = SpikingFirstWeights.ScaledToData, the default.", ""),
            ($"Schema mismatch for input column '{OutputRequest.DefaultColumn}': expected [numSteps, height, width] or "
                + "[numSteps, channels, height, width], for a convolution or pooling, got",
                "Convolutions and pooling need rows that are images: name their shape with --shape, as in 28,28. The spikes are"),
            ("more neurons (Layers)", "more neurons (--layers)"),
            ("LearningRate", "--learning-rate"),
            ("BatchSize", "--batch-size"),
            ("Epochs", "--epochs"),
        ],
    };

    private static ToolRootCommand Make()
    {
        ToolRootCommand train = new("Train a spiking network on the rows of a file: encode them, train on a part, test on the "
            + "rest, and save a model for 'spikeml predict' or any ML.NET program.")
        {
            Examples = ["spikeml-train rate --sample-digits 1000 --epochs 3 -o digits.zip",
                "spikeml-train latency table.csv --label kind --scale -o kinds.zip"]
        };
        foreach (Encoder encoder in Encoder.All)
            train.Add(MakeEncoder(encoder));
        train.Add(CompletionCommand.Make());
        train.Add(new Command("help", "Show the help of a command, such as 'spikeml-train help rate'."));
        return train;
    }

    private static ToolCommand MakeEncoder(Encoder encoder)
    {
        ToolCommand command = new(encoder.Name, encoder.Description)
        {
            Examples = [$"spikeml-train {encoder.Name} --sample-digits 1000 --epochs 3 -o digits.zip"]
        };
        InputOptions inputs = new();
        PipelineOptions pipeline = new(encoder, TrainingDefaults.Of(encoder));
        NetworkOptions network = new();
        Option<string> output = new("--output", "-o") { Required = true, HelpName = "FILE", Description = "The model file." };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        inputs.AddTo(command);
        pipeline.AddTo(command);
        network.AddTo(command, encoder.Default.Draws is not null);
        command.Add("Output", output, force);
        command.SetAction((arguments, cancellation) =>
        {
            PipelineSource source = new(pipeline.Read(arguments, null), null);
            TrainingRequest request = network.Read(arguments, source.Pipeline.Code.Draws?.Seed);
            TrainingJob job = new(source, request, arguments.GetValue(output)!, arguments.GetValue(force));
            job.Run(inputs.Read(arguments, cancellation) with
            {
                TextColumns = [.. source.ColumnsNeeded],
                TakesLabelsOverTime = true,
            }, cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
