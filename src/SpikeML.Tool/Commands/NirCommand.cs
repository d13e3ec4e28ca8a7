using System.CommandLine;
using System.Globalization;
using SpikeML.Nir;
using SpikeML.Tool.Help;
using SpikeML.Tool.Nir;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml nir</c>: networks in the exchange format of neuromorphic tools.</summary>
internal static class NirCommand
{
    public static Command Make()
    {
        ToolCommand nir = new("nir", "Show, run and write networks in NIR, the exchange format of neuromorphic tools and chips.")
        {
            Examples = ["spikeml nir info net.nir"]
        };
        nir.Add(Info());
        nir.Add(NirRunCommand.Make());
        nir.Add(Convert());
        return nir;
    }

    private static ToolCommand Info()
    {
        Argument<string> file = new("file") { Description = "A NIR file (.nir)." };
        ToolCommand info = new("info",
            "Show the nodes of a network with their shapes and the ranges of their parameters, and what of it is approximate.")
        {
            Examples = ["spikeml nir info net.nir"]
        };
        info.Add(file.RefusingOptions());
        info.SetAction((arguments, _) =>
        {
            using WarningLog warnings = new();
            NirGraph graph = NirGraph.Read(FileFormats.Existing(arguments.GetValue(file)!));
            foreach (string line in NirDescription.Lines(graph, warnings.Context))
                Console.WriteLine(ShownText.WithoutControls(line));
            return Task.FromResult(ExitCode.Done);
        });
        return info;
    }

    private static ToolCommand Convert()
    {
        Argument<string> model = new("model") { Description = "A model with a spiking network, saved as .zip or .mlnet." };
        Option<string> output = new("--output", "-o")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The NIR file to write (.nir)."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        Option<string> reset = new("--reset")
        {
            HelpName = "exact|approximate",
            Description = "What to do with neurons whose reset NIR cannot say: stop, or write a reset to zero, with which other "
                + "tools give other spikes.",
            DefaultValueFactory = _ => "exact",
        };
        Option<string> timeStep = new("--dt")
        {
            HelpName = "SECONDS",
            Description = "The duration of a step, which the time constants refer to.",
            DefaultValueFactory = _ => new NirOptions().TimeStep.ToString(CultureInfo.InvariantCulture),
        };
        ToolCommand convert = new("convert", "Write the spiking network of a saved model as a NIR file for other tools.")
        {
            Examples = ["spikeml nir convert network.zip -o net.nir --reset approximate"]
        };
        convert.Add(model.RefusingOptions());
        convert.Add("Output", output, force);
        convert.Add("Network", reset, timeStep);
        convert.SetAction((arguments, _) =>
        {
            string path = arguments.GetValue(output)!;
            bool overwrite = arguments.GetValue(force);
            OutputRequest.CheckPlace(path, overwrite, arguments.GetValue(model)!);
            NirOptions options = new()
            {
                Reset = Reset(arguments.GetValue(reset)!),
                TimeStep = Step(arguments.GetValue(timeStep)!, "--dt"),
            };
            using WarningLog warnings = new(isOfModel: true);
            NirGraph graph = NirConversion.Graph(warnings.Context, arguments.GetValue(model)!, options);
            OutputFile.Write(path, overwrite, graph.Write);
            ProgressDisplay.Say($"{path}: {graph}{(NirDescription.Unknown(graph) is { } unknown ? $"; {unknown}" : "")}");
            return Task.FromResult(ExitCode.Done);
        });
        return convert;
    }

    private static NirReset Reset(string text) => text switch
    {
        "exact" => NirReset.Exact,
        "approximate" => NirReset.Approximate,
        _ => throw ToolException.Usage($"--reset expects exact or approximate, got '{text}'."),
    };

    /// <summary>The seconds of an option.</summary>
    public static double Step(string text, string option) =>
        DecimalOption.Parse(option, text, seconds => seconds > 0, "of seconds above 0");
}
