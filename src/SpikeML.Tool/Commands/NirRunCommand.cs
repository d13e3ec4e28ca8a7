using System.CommandLine;
using System.Globalization;
using Microsoft.ML;
using SpikeML.Nir;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Nir;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tables;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml nir run</c>: what a graph makes of spikes, as a table.</summary>
internal static class NirRunCommand
{
    public static ToolCommand Make()
    {
        Argument<string> network = new("network") { Description = "A NIR file (.nir)." };
        Argument<string> input = new("input")
        {
            Description = "Spikes that 'spikeml encode' wrote, or an array of numbers [rows, steps, ...]: .npz, .npy, .idv, "
                + ".parquet or .csv, or an event recording; - reads standard input. A table (.csv) has as many steps as its last "
                + "spike needs.",
        };
        Option<string?> column = new("--column", "--array")
        {
            HelpName = "NAME",
            Description = "The spike column of an .idv file or the array of a .npz file; by default Spikes or spikes, or the "
                + "only one.",
        };
        NumberOption steps = new("--steps", 1, int.MaxValue,
            "The number of steps of an event recording, equal parts of its time; 100 by default.");
        TableOptions table = new();
        Option<bool> withSpikes = new("--spikes") { Description = "Also write what the graph puts out at each step." };
        Option<string?> timeStep = new("--time-step", "--dt")
        {
            HelpName = "SECONDS",
            Description = "The duration of a step, which the time constants refer to; 1 for tools that count time in steps, "
                + "such as Sinabs. By default that of the file's metadata, which 'spikeml nir convert' writes, or "
                + NirDefaults.TimeStep.ToString(CultureInfo.InvariantCulture) + ".",
        };
        ToolCommand run = new("run",
            "Run a network on spikes: a table with a line for each row, with its label if a .npz file has them, the predicted "
                + "class and the scores. Classes have the names that the network's metadata gives them.")
        {
            Examples = ["spikeml nir run net.nir encoded.npz -o classes.csv"]
        };
        run.Add(network.RefusingOptions());
        run.Add(input.RefusingOptions());
        run.Add("Spikes", column, steps.Option);
        run.Add("Network", timeStep);
        table.AddTo(run);
        run.Add("Output", withSpikes);
        run.SetAction((arguments, cancellation) =>
        {
            NirReading reading = new()
            {
                TimeStep = arguments.GetValue(timeStep) is { } step ? NirCommand.Step(step, "--time-step") : null,
            };
            string file = arguments.GetValue(network)!;
            (string path, bool force, ITableFormat format) = table.Read(arguments, file, arguments.GetValue(input)!);
            NirGraph graph = NirGraph.Read(FileFormats.Existing(file));
            using WarningLog warnings = new();
            NirTransformer model = Load(warnings.Context, graph, file, reading);
            string source = StandardInput.Resolve(arguments.GetValue(input)!, cancellation);
            using SpikeFile spikes = SpikeFile.Open(
                warnings.Context, source, arguments.GetValue(column), cancellation, (int?)steps.Read(arguments));
            InputData data = SpikeFileRows.Of(warnings.Context, spikes, StandardInput.NameOf(source),
                graph.Nodes.Values.OfType<NirInput>().First().Shape);
            PredictJob job = new(model, null, file, data)
            {
                Further = arguments.GetValue(withSpikes) ? [reading.OutputSpikesColumnName!] : [],
            };
            job.Run(format, path, force, cancellation);
            return Task.FromResult(ExitCode.Done);
        });
        return run;
    }

    private static NirTransformer Load(MLContext context, NirGraph graph, string path, NirReading reading)
    {
        try
        {
            return context.Model.LoadNir(graph, SpikeFileRows.Column, reading);
        }
        catch (ArgumentException error)
        {
            string why = ErrorReport.OneLine(error.Message)
                .Replace("NirReading.TimeStep", "--time-step", StringComparison.Ordinal)
                .Replace("TimeStep", "--time-step", StringComparison.Ordinal);
            throw ToolException.BadInput($"'{path}' cannot run: {why}", error);
        }
    }
}
