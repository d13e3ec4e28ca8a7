using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml download</c>: downloads MNIST and related sets.</summary>
internal static class DownloadCommand
{
    private static readonly Dictionary<string, MnistDataset> Sets = new()
    {
        ["mnist"] = MnistDataset.Mnist,
        ["fashion"] = MnistDataset.FashionMnist,
        ["kmnist"] = MnistDataset.Kmnist,
        ["emnist"] = MnistDataset.Emnist,
    };

    public static Command Make()
    {
        Argument<string> set = new("set") { Description = $"The data set: {string.Join(", ", Sets.Keys)} (536 MB)." };
        set.CompletionSources.Add([.. Sets.Keys]);
        Option<string?> to = new("--to")
        {
            HelpName = "FOLDER",
            Description = "The folder for the files; by default the set's name."
        };
        Option<string?> mirror = new("--mirror")
        {
            HelpName = "ADDRESS",
            Description = "The address of a folder that holds the files, instead of the public ones."
        };
        ToolCommand download = new("download",
            "Download a data set of images, which 'spikeml encode' reads. Every file is compared with its checksum; files "
                + "that are already there and undamaged are kept, so the command can be repeated.")
        {
            Examples = ["spikeml download mnist --to mnist"]
        };
        download.Add(set.RefusingOptions());
        download.Add("Download", to, mirror);
        download.SetAction(async (arguments, cancellation) =>
        {
            string name = arguments.GetValue(set)!;
            MnistDataset dataset = Sets.TryGetValue(name, out MnistDataset? known) ? known : throw ToolException.Usage(
                $"There is no data set '{name}': name one of {string.Join(", ", Sets.Keys)}.{Suggestion.For(name, Sets.Keys)}");
            if (arguments.GetValue(mirror) is string address)
                dataset = dataset with { Mirrors = [AddressOf(address)] };
            await RunAsync(dataset, arguments.GetValue(to) ?? name, cancellation);
            return ExitCode.Done;
        });
        return download;
    }

    /// <summary>Downloads a set and says how to use it.</summary>
    public static async Task RunAsync(MnistDataset dataset, string folder, CancellationToken cancellation)
    {
        if (File.Exists(folder))
            throw ToolException.Failed($"'{folder}' is a file: name a folder with --to.");
        Progress progress = new();
        bool isNew = !Directory.Exists(folder);
        try
        {
            await MnistDownload.DownloadAsync(dataset, folder, null, progress, cancellation);
        }
        catch when (isNew && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            throw;
        }
        string next = dataset.Files.Any(file => file.IsArchive) ? "" : $"; encode them with 'spikeml encode rate {folder} ...'";
        ProgressDisplay.Say($"{folder}: the files of {dataset.Name}, {progress.Files:N0} downloaded{next}");
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
            : throw ToolException.Usage($"--mirror expects an http or https address, got '{text}'.");

    /// <summary>Says which file arrives, and how much of it every tenth.</summary>
    private sealed class Progress : IProgress<MnistDownloadProgress>
    {
        private const int Tenths = 10;
        private string? _file;
        private long _tenth;

        public int Files { get; private set; }

        public void Report(MnistDownloadProgress value)
        {
            if (value.FileName != _file)
                (_file, _tenth, Files) = (value.FileName, -1, Files + 1);
            if (value.TotalBytes is not > 0)
                return;
            long tenth = Tenths * value.BytesReceived / value.TotalBytes.Value;
            if (tenth == _tenth)
                return;
            _tenth = tenth;
            ProgressDisplay.Say($"{value.FileName}: {value.BytesReceived:N0} of {value.TotalBytes:N0} bytes");
        }
    }
}
