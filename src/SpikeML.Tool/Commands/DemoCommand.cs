using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;
using SpikeML.Tutorial;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml demo</c>: writes the tutorial's page.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        Option<string> output = new("--output", "-o")
        {
            HelpName = "FOLDER",
            Description = "The folder for index.html and its pictures; spikeml-demo by default.",
            DefaultValueFactory = _ => "spikeml-demo",
        };
        Option<bool> force = new("--force") { Description = "Write into the folder even if it already holds files." };
        ToolCommand demo = new("demo",
            "Write a page that shows what spike encoding is: generated digits in rate, latency and delta codes, drawn, "
                + "animated and classified. It takes about ten seconds, and needs no files and no network.")
        {
            Examples = ["spikeml demo --output demo"]
        };
        demo.Add("Output", output, force);
        demo.SetAction(async (arguments, cancellation) =>
        {
            string folder = arguments.GetValue(output)!;
            if (File.Exists(folder))
                throw ToolException.Failed($"'{folder}' is a file: name a folder with --output.");
            bool isNew = !Directory.Exists(folder);
            if (!isNew && !arguments.GetValue(force) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw ToolException.Failed($"The folder '{folder}' already holds files: choose another --output, or use "
                    + "--force to write into it.");
            await WriteAsync(folder, isNew, cancellation);
            ProgressDisplay.Say($"Open {Path.Combine(folder, "index.html")} in a browser.");
            return ExitCode.Done;
        });
        return demo;
    }

    private static async Task WriteAsync(string folder, bool isNew, CancellationToken cancellation)
    {
        try
        {
            await new TutorialPage(folder) { DataHint = "; 'spikeml download mnist' fetches the real ones" }
                .WriteAsync(cancellation);
        }
        catch when (isNew && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
