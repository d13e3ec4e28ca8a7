using System.CommandLine;
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
        SpikeRowOptions rows = new();
        Option<string> output = new("--output", "-o")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The image to write (.png, .svg or .pdf), or a table (.csv)."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolCommand raster = new("raster",
            "Draw the raster of one row: one mark per spike, steps to the right, neurons upwards.")
        {
            Examples = ["spikeml raster spikes.npz --row 3 -o digit.png"]
        };
        rows.AddTo(raster);
        raster.Add("Output", output, rows.Title, force);
        raster.SetAction((arguments, cancellation) =>
        {
            string path = arguments.GetValue(output)!;
            bool overwrite = arguments.GetValue(force);
            RequirePicture(path);
            OutputRequest.CheckPlace(path, overwrite, rows.FileOf(arguments));
            (SpikeTrain train, string title) = rows.Read(arguments, cancellation);
            RasterOptions options = new() { Title = title };
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
}
