using System.Diagnostics;
using System.Globalization;

namespace SpikeML.Tests.Files;

public class TemporaryFilesTests
{
    private const string Unique = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void NameIn_gives_hidden_names_of_this_process_that_never_repeat()
    {
        string folder = Path.GetTempPath();
        string[] names = [.. Enumerable.Range(0, 100).Select(_ => TemporaryFiles.NameIn(folder))];

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name =>
        {
            Assert.Equal(folder.TrimEnd(Path.DirectorySeparatorChar), Path.GetDirectoryName(name));
            Assert.StartsWith(".spikeml-", Path.GetFileName(name), StringComparison.Ordinal);
            Assert.Contains($"-{Environment.ProcessId}-", name, StringComparison.Ordinal);
            Assert.True(TemporaryFiles.IsOurs(name), name);
            Assert.True(TemporaryFiles.IsInUse(name), name);
        });
    }

    [Theory]
    [InlineData("node-7.example_net", "node-7.example_net")]
    [InlineData("Büro 3", "B_ro_3")]
    [InlineData("計算機", "___")]
    [InlineData("a/b\\c:d", "a_b_c_d")]
    [InlineData("", "")]
    public void NameIn_writes_the_names_of_any_machine_so_that_they_are_found_again(string machine, string written)
    {
        string name = Path.GetFileName(TemporaryFiles.NameIn("folder", machine));

        Assert.StartsWith($".spikeml-{written}-{Environment.ProcessId}-", name, StringComparison.Ordinal);
        Assert.True(TemporaryFiles.IsOurs(name), name);
    }

    [Theory]
    [InlineData($".spikeml-here-1-{Unique}.tmp", true)]
    [InlineData($"folder/.spikeml-here-1-{Unique}.tmp", true)]
    [InlineData($".spikeml-here-1-{Unique}.tmp.old", false)]
    [InlineData($"spikeml-here-1-{Unique}.tmp", false)]
    [InlineData($".spikeml-here-{Unique}.tmp", false)]
    [InlineData($".spikeml-here-x-{Unique}.tmp", false)]
    [InlineData(".spikeml-here-1-0123.tmp", false)]
    [InlineData($".spikeml-here-1-{Unique}.tmp\n", false)]
    [InlineData($".spikeml-here-1-{Unique}/notes.txt", false)]
    [InlineData("notes.tmp", false)]
    public void IsOurs_knows_its_names_from_others(string path, bool isOurs) =>
        Assert.Equal(isOurs, TemporaryFiles.IsOurs(path));

    [Fact]
    public void IsInUse_is_false_when_the_process_has_ended_and_nobody_has_the_file_open()
    {
        string path = NameOfEndedProcess();
        try
        {
            using (FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                Assert.True(TemporaryFiles.IsInUse(path));
            Assert.False(TemporaryFiles.IsInUse(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void IsInUse_of_another_machine_ends_when_the_file_has_not_changed_for_an_hour()
    {
        string path = Path.Combine(Path.GetTempPath(), $".spikeml-another.machine-1-{Guid.NewGuid():N}.tmp");
        File.WriteAllText(path, "incomplete");
        try
        {
            Assert.True(TemporaryFiles.IsInUse(path));
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TemporaryFiles.Silence + TimeSpan.FromMinutes(1));
            Assert.True(TemporaryFiles.IsInUse(path));
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TemporaryFiles.Silence - TimeSpan.FromMinutes(1));
            Assert.False(TemporaryFiles.IsInUse(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string NameOfEndedProcess()
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return TemporaryFiles.NameIn(Path.GetTempPath()).Replace($"-{Environment.ProcessId}-",
            string.Create(CultureInfo.InvariantCulture, $"-{process.Id}-"), StringComparison.Ordinal);
    }
}
