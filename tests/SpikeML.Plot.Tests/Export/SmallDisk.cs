using System.Diagnostics;

namespace SpikeML.Plot.Tests.Export;

/// <summary>
/// A folder on a disk of 64 KB, which can be made read-only; where the machine does not let tests mount one, they are skipped.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spikeml-disk-").FullName;
    private readonly bool _mounted;

    public SmallDisk()
    {
        _mounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _folder);
        if (_mounted)
            return;
        Directory.Delete(_folder);
        Assert.Skip("This machine does not let the test mount a small disk (Linux, as root).");
    }

    public string[] FileNames => [.. Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)).Order()];

    public string File(string name) => Path.Combine(_folder, name);

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", _folder));

    public void Dispose()
    {
        if (!_mounted)
            return;
        Run("umount", _folder);
        Directory.Delete(_folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
