using System.CommandLine;
using Microsoft.ML;
using SpikeML.Plot;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml compare</c>: compares encoders on the user's data.</summary>
internal static class CompareCommand
{
    public static Command Make()
    {
        InputOptions inputs = new();
        Option<bool> series = new("--series")
        {
            Description = "The values of a row are a series in time: compare the encoders of series instead of those of values."
        };
        NumberOption steps = new("--num-steps", 1, CodeComparisonOptions.MaxSteps,
            "The number of steps of the encoders of values; 50 by default.");
        Option<bool> scale = new("--scale") { Description = "First scale each feature to [0, 1], over all rows." };
        Option<string?> output = new("--output", "-o")
        {
            HelpName = "FILE",
            Description = "Also draw the spikes of one row side by side: .png, .svg or .pdf."
        };
        NumberOption row = new("--row", 0, long.MaxValue, "The row to draw, from 0; 0 by default.");
        Option<bool> force = new("--force") { Description = "Replace the picture if it exists." };
        ToolCommand compare = new("compare",
            "Compare encoders on your data: a table of how well the decoded spikes restore the values, and how many spikes "
                + "it takes.")
        {
            Examples = ["spikeml compare --sample-digits 100", "spikeml compare --sample-digits 100 --series -o codes.png"]
        };
        inputs.AddTo(compare);
        compare.Add("Comparison", series, steps.Option, scale);
        compare.Add("Output", output, row.Option, force);
        compare.SetAction((arguments, cancellation) =>
        {
            string? picture = arguments.GetValue(output);
            bool overwrite = arguments.GetValue(force);
            if (picture is not null)
                CheckPicture(picture, overwrite, inputs.Files(arguments));
            CodeComparisonOptions options = new()
            {
                IsSeries = arguments.GetValue(series),
                NumSteps = (int?)steps.Read(arguments) ?? 50
            };
            long at = row.Read(arguments) ?? 0;
            using WarningLog warnings = new();
            MLContext context = warnings.Context;
            InputData data = InputLoading.Load(context, inputs.Read(arguments, cancellation), cancellation);
            if (data.RowCount == 0 || at >= data.RowCount)
                throw ToolException.BadInput(data.RowCount == 0 ? "The input has no rows to compare."
                    : $"--row {at}: the input has {Counted.Of(data.RowCount, "row")}, 0 to {data.RowCount - 1}.");
            Console.Write(CodeComparison.Table(context, data, options, arguments.GetValue(scale), cancellation));
            if (picture is null)
                return Task.FromResult(ExitCode.Done);
            GridFigure figure = SpikePlot.CompareCodes(data.Rows, data.Features, at, options);
            OutputFile.Guard(picture, () => figure.Save(picture, overwrite));
            ProgressDisplay.Say($"{picture}: the spikes of row {at}");
            return Task.FromResult(ExitCode.Done);
        });
        return compare;
    }

    private static void CheckPicture(string path, bool overwrite, string[] sources)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".svg" or ".pdf"))
            throw ToolException.Usage($"'{path}': pictures end in .png, .svg or .pdf. Choose another --output.");
        OutputRequest.CheckPlace(path, overwrite, sources);
    }
}
