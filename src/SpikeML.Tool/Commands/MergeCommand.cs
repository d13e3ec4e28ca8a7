using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml merge</c>: merges shards.</summary>
internal static class MergeCommand
{
    public static Command Make()
    {
        Argument<string[]> files = new("files")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "The shard files. Names such as spikes-03-of-16.npz determine the order and reveal missing shards; "
                + "files with other names are merged in the given order."
        };
        Option<string> output = new("--output", "-o")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The file to write, in the format of the shards."
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        ToolCommand merge = new("merge",
            "Merge the files of shards into the file that one run without --shard writes. Shards of another run, damaged and "
                + "missing ones are refused by name.")
        {
            Examples = ["spikeml merge spikes-*-of-4.npz -o spikes.npz"]
        };
        ThreadsOption threads = new();
        merge.Add(files.RefusingOptions());
        merge.Add("Output", output, force);
        merge.Add("Parallel work", threads.Option);
        merge.SetAction((arguments, cancellation) =>
        {
            string path = arguments.GetValue(output)!;
            OutputRequest.CheckPlace(path, arguments.GetValue(force), [.. arguments.GetValue(files)!]);
            IReadOnlyList<string> shards = ShardFiles.InOrder(arguments.GetValue(files)!);
            MergeJob.Run(shards, path, arguments.GetValue(force), threads.Read(arguments), cancellation);
            ProgressDisplay.Say($"{path}: {Counted.Of(shards.Count, "file")}, {OutputFile.LengthOf(path):N0} bytes");
            return Task.FromResult(ExitCode.Done);
        });
        return merge;
    }
}
