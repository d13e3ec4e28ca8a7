using System.Diagnostics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

/// <summary>
/// What SIGKILL leaves of every command that writes: whole files under their names, and incomplete ones that 'spikeml clean'
/// deletes. A process is killed as soon as it creates a file.
/// </summary>
public class KilledProcessTests
{
    private const string Output = "out";

    /// <summary>Commands, and whether they write for so long that the signal always comes in time.</summary>
    public static TheoryData<string, bool> Commands => new()
    {
        { "encode rate --sample-digits 2000 --num-steps 50 -o out/x.npz", true },
        { "encode rate --sample-digits 2000 --num-steps 50 --sparse -o out/x.npz", true },
        { "encode rate --sample-digits 2000 --num-steps 50 -o out/x.npy", true },
        { "encode rate --sample-digits 2000 --num-steps 50 -o out/x.idv", true },
        { "encode rate --sample-digits 2000 --num-steps 50 -o out/x.csv", true },
        { "encode rate --sample-digits 2000 --num-steps 50 -o out/x.parquet", true },
        { "encode rate --sample-digits 2000 --num-steps 50 --sparse -o out/x.parquet", true },
        { "encode rate --sample-digits 3 --num-steps 1 -o out/x.csv", false },
        { "merge spikes.npz -o out/m.npz", false },
        { "merge spikes.idv -o out/m.idv", false },
        { "merge spikes.csv -o out/m.csv", false },
        { "merge spikes.npy -o out/m.npy", false },
        { "merge spikes.parquet -o out/m.parquet", false },
        { "fit latency --sample-digits 50 --scale -o out/encoder.zip", false },
        { "raster spikes.npz -o out/x.png", false },
        { "raster spikes.npz -o out/x.svg", false },
        { "raster spikes.npz -o out/x.pdf", false },
        { "raster spikes.npz -o out/x.csv", false },
        { "animate spikes.npz -o out/x.gif", false },
        { "animate spikes.npz -o out/x.apng", false },
        { "animate spikes.npz -o out/x.html", false },
        { "compare --sample-digits 3 -o out/x.png", false },
        { "predict model.zip --sample-digits 4000 -o out/p.csv", true },
        { "predict model.zip --sample-digits 4000 -o out/p.jsonl", true },
        { "predict model.zip --sample-digits 4000 -o out/p.parquet", true },
        { "onnx encoder.zip -o out/m.onnx", false },
        { "nir convert network.zip --reset approximate -o out/net.nir", false },
        { "nir run net.nir encoded.npz -o out/classes.csv", false },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_killed_command_leaves_whole_files_and_what_clean_deletes(string command, bool isLong)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGKILL on Windows.");
        using WorkFolder folder = new();
        Prepare(folder, command);
        string output = folder.File(Output);
        Dictionary<string, byte[]> whole = Run(folder, command);
        await KillAtFirstFile(folder, command, output);

        string[] left = [.. Directory.GetFileSystemEntries(output).Select(path => Path.GetFileName(path)!)];
        string[] incomplete = [.. left.Where(name => TemporaryFiles.IsOurs(name))];
        Assert.True(incomplete.Length > 0 || !isLong, "The signal came too late to say anything.");
        RequireWhole(folder, whole, left.Except(incomplete));
        Outcome cleaned = Tool.Run(folder, "clean", Output);
        Assert.Equal(ExitCode.Done, cleaned.ExitCode);
        Assert.All(incomplete, name => Assert.Contains(name, cleaned.Output));
        Assert.Equal(left.Except(incomplete).Order(StringComparer.Ordinal),
            Directory.GetFiles(output).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));

        // What is there already is whole, so a second run with --resume ends well, and any other writes the same files.
        string again = command.StartsWith("encode", StringComparison.Ordinal) ? "--resume" : "--force";
        Tool.Do(folder, $"{command} {again}");
        RequireWhole(folder, whole, whole.Keys);
    }

    private static void Prepare(WorkFolder folder, string command)
    {
        Directory.CreateDirectory(folder.File(Output));
        if (command.StartsWith("predict", StringComparison.Ordinal))
            SavedModels.WriteClassifier(folder.File("model.zip"));
        if (command.StartsWith("onnx", StringComparison.Ordinal))
            Tool.Do(folder, "fit latency --sample-digits 5 --linear -o encoder.zip");
        if (command.StartsWith("nir convert", StringComparison.Ordinal))
            SavedModels.WriteNetwork(folder, "network.zip");
        if (command.StartsWith("nir run", StringComparison.Ordinal))
            SavedModels.WriteGraph(folder, 40);
        foreach (string word in command.Split(' ').Where(word => word.StartsWith("spikes.", StringComparison.Ordinal)))
            Tool.Do(folder, $"encode rate --sample-digits 200 --num-steps 20 -o {word}");
    }

    /// <summary>The files that the command writes if nobody stops it; they are taken away again.</summary>
    private static Dictionary<string, byte[]> Run(WorkFolder folder, string command)
    {
        Tool.Do(folder, command);
        string[] paths = Directory.GetFiles(folder.File(Output));
        Dictionary<string, byte[]> files = paths.ToDictionary(path => Path.GetFileName(path)!, File.ReadAllBytes);
        Array.ForEach(paths, File.Delete);
        Assert.NotEmpty(files);
        return files;
    }

    private static async Task KillAtFirstFile(WorkFolder folder, string command, string output)
    {
        TaskCompletionSource created = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using FileSystemWatcher watcher = new(output) { EnableRaisingEvents = true };
        using Process process = Tool.Start(folder, command.Split(' '));
        watcher.Created += (_, _) =>
        {
            process.Kill();
            created.TrySetResult();
        };
        Task ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(created.Task, ended);
        await ended;
    }

    private static void RequireWhole(WorkFolder folder, Dictionary<string, byte[]> whole, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            byte[] bytes = folder.Bytes(Path.Combine(Output, name));
            // These hold the time at which they were written.
            if (Path.GetExtension(name) is ".zip")
                Tool.Do(folder, $"info {Output}/{name}");
            else if (Path.GetExtension(name) is ".pdf")
                Assert.EndsWith("%%EOF", System.Text.Encoding.Latin1.GetString(bytes).TrimEnd());
            else
                Assert.True(whole[name].AsSpan().SequenceEqual(bytes), $"{name} is not what an undisturbed run writes.");
        }
    }
}
