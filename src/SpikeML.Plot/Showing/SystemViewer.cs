using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SpikeML.Plot.Showing;

/// <summary>Opens pages in the system's browser, or says where they are.</summary>
/// <param name="Variable">Returns the value of an environment variable.</param>
/// <param name="NeedsDisplay">Whether a screen is detected by DISPLAY or WAYLAND_DISPLAY, as on Linux.</param>
/// <param name="Open">Opens a file.</param>
/// <param name="Print">Prints a line.</param>
internal sealed record SystemViewer(Func<string, string?> Variable, bool NeedsDisplay, Action<string> Open, Action<string> Print)
{
    public static SystemViewer Default { get; } = new(Environment.GetEnvironmentVariable,
        !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS(), OpenFile, Console.WriteLine);

    /// <summary>Writes a page to a new folder, and opens it.</summary>
    /// <returns>The file's path.</returns>
    public string Show(string name, string page)
    {
        string path = Path.Combine(Folder(), name);
        File.WriteAllText(path, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (WhyNoScreen() is { } reason)
        {
            Print($"{reason}; open this file in a browser: {path}");
            return path;
        }
        try
        {
            Open(path);
        }
        catch (Exception error) when (error is Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            Print($"No browser could be started ({error.Message}); open this file in one: {path}");
        }
        return path;
    }

    /// <summary>Creates a new temporary folder that only this user can read.</summary>
    public Func<string> NewFolder { get; init; } = () => Directory.CreateTempSubdirectory("spikeml-").FullName;

    private string Folder()
    {
        try
        {
            return NewFolder();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The page cannot be written: no folder could be created in '{Path.GetTempPath()}'. Set the "
                + $"environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} to a folder that you can write to.",
                error);
        }
    }

    private string? WhyNoScreen()
    {
        if (SwitchVariable.IsOn(Variable("CI")))
            return "Running in CI";
        if (IsSet("SSH_CONNECTION") || IsSet("SSH_TTY"))
            return "Connected through SSH";
        return NeedsDisplay && !IsSet("DISPLAY") && !IsSet("WAYLAND_DISPLAY") ? "There is no display" : null;
    }

    private bool IsSet(string name) => !string.IsNullOrEmpty(Variable(name));

    private static void OpenFile(string path)
    {
        using Process? _ = Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });
    }
}
