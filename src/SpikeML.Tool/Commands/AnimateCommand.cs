using System.CommandLine;
using SpikeML.Plot;
using SpikeML.Plot.Animations;
using SpikeML.Tool.Help;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml animate</c>: animates one row of a spike file.</summary>
internal static class AnimateCommand
{
    public static Command Make()
    {
        SpikeRowOptions rows = new();
        Option<string> output = new("--output", "-o")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The animation: .gif, .apng, .mp4 (needs the program ffmpeg), or .html, a page with a player."
        };
        NumberOption frame = new("--frame-ms", 20, 3_600_000, "The duration of a step in milliseconds; 40 by default.");
        NumberOption cell = new("--cell-size", 1, AnimationOptions.MaxCellSize,
            "The size of a neuron in pixels; by default, the longer side becomes about 280 pixels.");
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolCommand animate = new("animate", "Animate one row: a frame for each step, in which the neurons that spike light up.")
        {
            Examples = ["spikeml animate spikes.npz --row 3 -o digit.gif"]
        };
        rows.AddTo(animate);
        animate.Add("Output", output, rows.Title, frame.Option, cell.Option, force);
        animate.SetAction((arguments, cancellation) =>
        {
            string path = arguments.GetValue(output)!;
            bool overwrite = arguments.GetValue(force);
            RequireFile(path);
            OutputRequest.CheckPlace(path, overwrite, rows.FileOf(arguments));
            AnimationOptions options = new()
            {
                FrameDuration = TimeSpan.FromMilliseconds(frame.Read(arguments) ?? 40),
                CellSize = (int?)cell.Read(arguments),
            };
            (SpikeTrain train, string title) = rows.Read(arguments, cancellation);
            Save(SpikePlot.Animate(train, options with { Title = title }), path, overwrite, cancellation);
            ProgressDisplay.Say($"{path}: {train.ToString()}");
            return Task.FromResult(ExitCode.Done);
        });
        return animate;
    }

    private static void Save(Animation animation, string path, bool overwrite, CancellationToken cancellation)
    {
        try
        {
            OutputFile.Guard(path, () => animation.Save(path, overwrite, null, cancellation));
        }
        catch (NotSupportedException error)
        {
            throw ToolException.Failed($"'{path}' cannot be written, because the program ffmpeg was not found: install it, "
                + "or write .gif, .apng or .html.", error);
        }
    }

    private static void RequireFile(string path)
    {
        try
        {
            if (AnimationFormats.Find(path) != AnimationFormat.Folder)
                return;
        }
        catch (ArgumentException)
        {
            // The library's words also offer a folder of frames.
        }
        throw ToolException.Usage($"'{path}': animations end in .gif, .apng, .png, .mp4 or .html. Choose another --output.");
    }
}
