using System.Diagnostics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

public class InterruptionTests
{
    [Theory]
    [InlineData("TERM", ExitCode.Terminated, ".npz")]
    [InlineData("TERM", ExitCode.Terminated, ".npz --sparse")]
    [InlineData("TERM", ExitCode.Terminated, ".idv")]
    [InlineData("INT", ExitCode.Interrupted, ".csv")]
    public async Task Encode_leaves_no_file_when_it_is_interrupted(string signal, int exitCode, string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(),
            "This test run was started in the background, where SIGINT is ignored.");
        using WorkFolder folder = new();
        using Process process =
            Tool.Start(folder, [.. $"encode rate --sample-digits 60000 --num-steps 200 -o spikes{format}".Split(' ')]);
        while (folder.Files().Length == 0 && !process.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Outcome outcome = Tool.Finish(process);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains("Interrupted; nothing was written.", outcome.Errors);
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
