using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>Gives a file a name that must be free at that moment: of two writers of one name, exactly one succeeds.</summary>
internal static class NewFile
{
    // EEXIST is the same on Linux and macOS.
    private const int Exists = 17;

    /// <summary>
    /// Renames a file. On Unix, .NET's move first looks for the target and then renames over whatever is there, so a second
    /// name is made instead, which the system refuses if it is taken. The caller deletes the old name.
    /// </summary>
    /// <exception cref="FileExistsException">The target exists.</exception>
    public static void Move(string source, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Link(source, target) == 0)
                return;
            if (Marshal.GetLastPInvokeError() == Exists)
                throw new FileExistsException(target);
        }
        // Windows refuses an existing target itself. On a file system without hard links, .NET's check is the best there is.
        try
        {
            File.Move(source, target);
        }
        catch (IOException) when (File.Exists(source) && File.Exists(target))
        {
            throw new FileExistsException(target);
        }
    }

    private static int Link(string source, string target)
    {
        try
        {
            return LinkFile(source, target);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return -1;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int LinkFile([MarshalAs(UnmanagedType.LPUTF8Str)] string source,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string target);
}
