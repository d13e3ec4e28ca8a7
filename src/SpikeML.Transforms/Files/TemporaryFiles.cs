using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeML;

/// <summary>
/// The names of incomplete files. They tell the machine and the process that writes them, so that what a killed process left
/// behind can be found.
/// </summary>
internal static partial class TemporaryFiles
{
    /// <summary>How long a file of another machine, whose processes cannot be seen here, must have been unchanged.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private static readonly string Machine = WithoutOtherCharacters(Environment.MachineName);

    /// <summary>A new name of a hidden file or folder.</summary>
    public static string NameIn(string folder) => NameIn(folder, Environment.MachineName);

    /// <summary>The same, as a machine with another name writes it.</summary>
    public static string NameIn(string folder, string machine) => Path.Combine(folder, string.Create(
        CultureInfo.InvariantCulture,
        $".spikeml-{WithoutOtherCharacters(machine)}-{Environment.ProcessId}-{Guid.NewGuid():N}.tmp"));

    /// <summary>Whether a name is one of these.</summary>
    public static bool IsOurs(string path) => Name().IsMatch(Path.GetFileName(path));

    /// <summary>Whether a process may still be writing a file or folder with such a name.</summary>
    public static bool IsInUse(string path)
    {
        Match name = Name().Match(Path.GetFileName(path));
        if (name.Groups["machine"].Value != Machine)
            return DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < Silence || IsLocked(path);
        return IsRunning(int.Parse(name.Groups["process"].Value, CultureInfo.InvariantCulture)) || IsLocked(path);
    }

    // Not a regular expression: those take long to start, and a name is all that most processes ask for.
    private static string WithoutOtherCharacters(string machine)
    {
        char[] name = machine.ToCharArray();
        foreach (ref char character in name.AsSpan())
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-'))
                character = '_';
        }
        return new string(name);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using Process running = Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A process in another container may have the file open.</summary>
    private static bool IsLocked(string path)
    {
        if (Directory.Exists(path))
            return false;
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    [GeneratedRegex(@"^\.spikeml-(?<machine>[A-Za-z0-9._-]*)-(?<process>[0-9]{1,9})-[0-9a-f]{32}\.tmp\z")]
    private static partial Regex Name();
}
