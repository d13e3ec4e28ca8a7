using System.CommandLine;
using SpikeML.Tool.Commands;
using SpikeML.Tool.Help;
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
            ("more neurons (Layers)", "more neurons (--hidden)"),
            ("ValidationFraction = ", "--held-out "),
            ("LearningRate", "--learning-rate"),
            ("BatchSize", "--batch-size"),
            ("Epochs", "--epochs"),
        ],
    };

    private static ToolRootCommand Make()
    {
        InputOptions inputs = new();
        NetworkOptions network = new();
        Option<string> output = new("--output", "-o")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The model file, for 'spikeml predict' or any ML.NET program."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolRootCommand train = new(
            "Train a spiking network on the rows of a file: encode them, train on a part, test on the rest, save a model.")
        {
            Examples = ["spikeml-train --sample-digits 1000 --epochs 3 -o digits.zip",
                "spikeml-train table.csv --label kind --scale --code latency -o kinds.zip"]
        };
        inputs.AddTo(train);
        network.AddTo(train);
        train.Add("Output", output, force);
        train.Add(CompletionCommand.Make());
        train.Add(new Command("help", "Show this help."));
        train.SetAction((arguments, cancellation) =>
        {
            TrainingRequest request = network.Read(arguments);
            TrainingJob job = new(request, arguments.GetValue(output)!, arguments.GetValue(force));
            job.Run(inputs.Read(arguments, cancellation), cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return train;
    }
}
