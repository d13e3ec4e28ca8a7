using System.Diagnostics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

public class InterruptionTests
{
    [Theory]
    [InlineData("TERM", ExitCode.Terminated, ".npz")]
    [InlineData("TERM", ExitCode.Terminated, ".npz --sparse")]
    [InlineData("TERM", ExitCode.Terminated, ".idv")]
    [InlineData("TERM", ExitCode.Terminated, ".parquet")]
    [InlineData("TERM", ExitCode.Terminated, ".npy")]
    [InlineData("INT", ExitCode.Interrupted, ".csv")]
    public async Task Encode_leaves_no_file_when_it_is_interrupted(string signal, int exitCode, string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(),
            "This test run was started in the background, where SIGINT is ignored.");
        using WorkFolder folder = new();
        using Process process =
            Tool.Start(folder, [.. $"encode rate --sample-digits 8000 --num-steps 1000 -o spikes{format}".Split(' ')]);
        while (folder.Files().Length == 0 && !process.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Outcome outcome = Tool.Finish(process);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains("Interrupted; nothing was written.", outcome.Errors);
        Assert.Empty(folder.Files());
    }

    /// <summary>Commands that compute for long, and those that write several files or a table.</summary>
    [Theory]
    [InlineData("predict model.zip --sample-digits 60000 -o out/p.csv")]
    [InlineData("predict model.zip --sample-digits 60000 -o out/p.parquet")]
    [InlineData("compare --sample-digits 20000 -o out/x.png")]
    [InlineData("demo --output out/demo")]
    [InlineData("fit step-forward --sample-digits 60000 -o out/m.zip")]
    public async Task A_command_leaves_nothing_incomplete_when_it_is_terminated(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        using WorkFolder folder = new();
        SavedModels.WriteClassifier(folder.File("model.zip"));
        Directory.CreateDirectory(folder.File("out"));
        using Process process = Tool.Start(folder, command.Split(' '));
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.SkipWhen(process.HasExited, "It was done before the signal.");
        using (Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Stopwatch time = Stopwatch.StartNew();
        Outcome outcome = Tool.Finish(process);
        Assert.True(outcome.ExitCode == ExitCode.Terminated, $"{outcome.ExitCode}: {outcome.Errors}");
        Assert.InRange(time.Elapsed.TotalSeconds, 0, 30);
        Assert.Empty(Directory.GetFiles(folder.File("out")));
        Assert.Empty(Directory.GetFiles(folder.File("out"), ".spikeml*", SearchOption.AllDirectories));
    }

    /// <summary>A row cannot be interrupted, but a command that computes a single one for minutes can.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_command_ends_within_a_row_when_it_must(int signals)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        using WorkFolder folder = new();
        using Process process = Tool.Start(folder, [.. "encode rate --sample-digits 1 --num-steps 300000 -o x.npz".Split(' ')]);
        while (!folder.Files().Any(file => file.StartsWith(".spikeml", StringComparison.Ordinal)) && !process.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Stopwatch time = Stopwatch.StartNew();
        for (int i = 0; i < signals && !process.HasExited; i++)
        {
            using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        Outcome outcome = Tool.Finish(process);
        Assert.SkipWhen(outcome.ExitCode == ExitCode.Done, "It was done before the signal.");
        Assert.Equal(ExitCode.Terminated, outcome.ExitCode);
        Assert.Contains("spikeml: Interrupted", outcome.Errors);
        // One signal gives the command ten seconds to end by itself.
        Assert.InRange(time.Elapsed.TotalSeconds, 0, signals == 1 ? 25 : 8);
        Tool.Do(folder, "clean .");
        Assert.Empty(folder.Files());
    }

    /// <summary>A shell's background jobs ignore SIGINT, and so does every process that they start.</summary>
    private static bool IgnoresInterrupts()
    {
        const ulong interrupt = 1UL << (2 - 1);
        string? line = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(own => own.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return line is not null && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & interrupt) != 0;
    }
}
