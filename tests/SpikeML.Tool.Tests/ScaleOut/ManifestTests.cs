using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SpikeML.Tool.Tests.ScaleOut;

/// <summary>Runs what the manifests of docs/how-to/scale-out run, with the engines' variables, without an engine.</summary>
public partial class ManifestTests
{
    private const int Shards = 3;

    [Theory]
    [InlineData("")]
    [InlineData("labels")]
    public void Slurm_script_encodes_the_shard_of_its_task(string labels)
    {
        using WorkFolder folder = Prepare(labels.Length > 0 ? " --labels-file labels" : "");
        for (int task = 0; task < Shards; task++)
        {
            Shell(folder, "bash", [Manifest("slurm-array.sh")], ("SLURM_ARRAY_TASK_ID", $"{task}"), ("SHARDS", $"{Shards}"),
                ("INPUT", "images"), ("LABELS", labels), ("MODEL", "encoder.zip"), ("OUTPUT", "spikes.idv"));
        }
        CheckMerged(folder);
    }

    [Fact]
    public void Kubernetes_job_encodes_the_shard_of_its_index()
    {
        using WorkFolder folder = Prepare(" --labels-file labels");
        string command = Regex.Replace(ContainerCommand().Match(File.ReadAllText(Manifest("kubernetes-indexed-job.yaml")))
            .Groups["script"].Value, @"\s+", " ").Trim();
        Assert.StartsWith("exec spikeml encode model ", command);
        for (int index = 0; index < Shards; index++)
        {
            Shell(folder, "sh", ["-c", command], ("JOB_COMPLETION_INDEX", $"{index}"), ("SHARDS", $"{Shards}"),
                ("INPUT", "images"), ("LABELS", "labels"), ("MODEL", "encoder.zip"), ("OUTPUT", "spikes.idv"));
        }
        CheckMerged(folder);
    }

    internal static WorkFolder Prepare(string labels)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The manifests are for Linux.");
        WorkFolder folder = new();
        File.WriteAllBytes(folder.File("images"), [0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 3,
            .. Enumerable.Range(0, 60).Select(i => (byte)(i * 4))]);
        File.WriteAllBytes(folder.File("labels"), [0, 0, 8, 1, 0, 0, 0, 10, .. Enumerable.Range(0, 10).Select(i => (byte)i)]);
        // The command, as a tool that is installed puts it into the path.
        File.WriteAllText(folder.File("spikeml"), $"#!/bin/sh\nexec dotnet exec '{Tool.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.File("spikeml"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Tool.Do(folder, "fit latency --normalize --num-steps 12 images -o encoder.zip");
        Tool.Do(folder, $"encode model encoder.zip images{labels} -o whole.idv");
        return folder;
    }

    private static void CheckMerged(WorkFolder folder)
    {
        IEnumerable<string> shards = Enumerable.Range(0, Shards).Select(shard => $"spikes-{shard}-of-{Shards}.idv");
        Tool.Do(folder, $"merge {string.Join(' ', shards)} -o merged.idv");
        Assert.Equal(folder.Bytes("whole.idv"), folder.Bytes("merged.idv"));
    }

    private static void Shell(WorkFolder folder, string shell, string[] arguments, params (string, string)[] variables)
    {
        try
        {
            string path = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
            // Once more: what is there already is no error.
            for (int run = 0; run < 2; run++)
            {
                using Process process = Tool.Start(folder, shell, arguments, [("PATH", path), .. variables]);
                Outcome outcome = Tool.Finish(process);
                Assert.True(outcome.ExitCode == 0, outcome.Errors);
                Assert.Equal(run == 1, outcome.Errors.Contains("nothing to do"));
            }
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {shell} on this machine.");
        }
    }

    internal static string Manifest(string name) => Path.Combine(AppContext.BaseDirectory, "ScaleOut", name);

    [GeneratedRegex(@">-\n(?<script>(?: +\S.*\n)+?) +resources:")]
    private static partial Regex ContainerCommand();
}
