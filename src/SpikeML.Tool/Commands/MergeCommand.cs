using System.CommandLine;
using SpikeML.Tool.Jobs;
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
        Command merge = new("merge",
            "Merge the files of shards into the file that one run without --shard "
                + "writes.") { files.RefusingOptions(), output, force };
        ThreadsOption threads = new();
        threads.AddTo(merge);
        merge.SetAction((arguments, cancellation) =>
        {
            string path = arguments.GetValue(output)!;
            OutputRequest.CheckPlace(path, arguments.GetValue(force));
            IReadOnlyList<string> shards = ShardFiles.InOrder(arguments.GetValue(files)!);
            MergeJob.Run(shards, path, arguments.GetValue(force), threads.Read(arguments), cancellation);
            ProgressDisplay.Say($"{path}: {shards.Count:N0} files, {new FileInfo(path).Length:N0} bytes");
            return Task.FromResult(ExitCode.Done);
        });
        return merge;
    }
}
