using System.Diagnostics;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

public class CleanTests
{
    [Fact]
    public async Task Clean_deletes_what_a_killed_process_left_and_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGKILL on Windows.");
        using WorkFolder folder = new();
        using Process process = Tool.Start(folder, [.. "encode rate --sample-digits 60000 --num-steps 200 -o a.npz".Split(' ')]);
        while (folder.Files().Length == 0 && !process.HasExited)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        string left = Assert.Single(folder.Files());
        Assert.Contains("0 files, 0 bytes; 1 file that may still be in use kept", Tool.Run(folder, "clean", ".").Errors);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string[] others = ["notes.tmp", ".0123456789abcdef0123456789abcdef.tmp", ".spikeml-here-1.tmp"];
        foreach (string other in others)
            folder.Write(other, "not ours");

        Outcome listed = Tool.Run(folder, "clean", ".", "--dry-run");
        Assert.Contains(left, listed.Output);
        Assert.Contains("Would delete 1 file, ", listed.Errors);
        Assert.Contains(left, folder.Files());
        Assert.Contains("Deleted 1 file, ", Tool.Run(folder, "clean", ".").Errors);
        Assert.Equal(others.Order(StringComparer.Ordinal), folder.Files());
    }

    [Fact]
    public void Clean_keeps_files_of_another_machine_until_they_have_been_silent()
    {
        using WorkFolder folder = new();
        string name = $".spikeml-another.machine-1-{Guid.NewGuid():N}.tmp";
        folder.Write(name, "incomplete");
        Assert.Contains("Deleted 0 files", Tool.Run(folder, "clean", ".").Errors);
        File.SetLastWriteTimeUtc(folder.File(name), DateTime.UtcNow - TemporaryFiles.Silence - TimeSpan.FromMinutes(1));
        Assert.Contains("Deleted 1 file", Tool.Run(folder, "clean", ".").Errors);
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void Clean_says_so_when_there_is_no_folder()
    {
        using WorkFolder folder = new();
        Outcome outcome = Tool.Run(folder, "clean", "none");
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("The folder 'none' does not exist.", outcome.Errors);
    }
}
