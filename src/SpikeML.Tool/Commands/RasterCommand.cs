using System.CommandLine;
using Microsoft.ML;
using SpikeML.Plot;
using SpikeML.Tool.Help;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml raster</c>: draws one row of a spike file.</summary>
internal static class RasterCommand
{
    public static Command Make()
    {
        Argument<string> file = new("file")
        {
            Description = "A spike file: .idv, .npz, .npy or .csv; - reads standard input."
        };
        NumberOption row = new("--row", 0, long.MaxValue, "The row in the file, from 0; 0 by default.");
        Option<string> output = new("--output", "-o")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The image to write (.png, .svg or .pdf), or a table (.csv)."
        };
        Option<string?> column = new("--column", "--array")
        {
            HelpName = "NAME",
            Description = "The spike column of an .idv file or the array of a .npz file; by default Spikes or spikes, or the only "
                + "one."
        };
        Option<string?> title = new("--title")
        {
            HelpName = "TEXT",
            Description = "The title; by default the file and row."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolCommand raster = new("raster",
            "Draw the raster of one row: one mark per spike, steps to the right, neurons upwards.")
        {
            Examples = ["spikeml raster spikes.npz --row 3 -o digit.png"]
        };
        raster.Add(file.RefusingOptions());
        raster.Add("Spikes", row.Option, column);
        raster.Add("Output", output, title, force);
        raster.SetAction((arguments, cancellation) =>
        {
            string path = arguments.GetValue(output)!;
            bool overwrite = arguments.GetValue(force);
            RequirePicture(path);
            OutputRequest.CheckPlace(path, overwrite);
            string input = StandardInput.Resolve(arguments.GetValue(file)!, cancellation);
            long number = row.Read(arguments) ?? 0;
            SpikeTrain train = Read(input, arguments.GetValue(column), number, cancellation);
            RasterOptions options = new() { Title = arguments.GetValue(title) ?? $"{StandardInput.NameOf(input)}, row {number}" };
            OutputFile.Guard(path, () => train.SaveRaster(path, options, overwrite));
            ProgressDisplay.Say($"{path}: {train.ToString()}");
            return Task.FromResult(ExitCode.Done);
        });
        return raster;
    }

    private static void RequirePicture(string path)
    {
        try
        {
            Plot.Export.FileFormats.Find(path, Plot.Export.FileFormats.OfTrains);
        }
        catch (ArgumentException error)
        {
            throw ToolException.Usage($"{ErrorReport.OneLine(error.Message)} Choose another --output.", error);
        }
    }

    private static SpikeTrain Read(string file, string? column, long row, CancellationToken cancellation)
    {
        using WarningLog warnings = new();
        using SpikeFile spikes = SpikeFile.Open(warnings.Context, file, column, cancellation);
        if (row >= spikes.Rows)
            throw ToolException.Usage(
                $"--row {row}: '{file}' has {spikes.Rows} rows{(spikes.Rows > 0 ? $", 0 to {spikes.Rows - 1}" : "")}.");
        return spikes.Train(row, cancellation);
    }
}
