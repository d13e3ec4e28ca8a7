using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SpikeML;

/// <summary>Files that have an end, unlike pipes and devices, whose reader may wait for ever.</summary>
internal static class RegularFile
{
    // O_RDONLY with O_NONBLOCK, by which opening a pipe that nobody writes to returns at once.
    private const int WithoutWaitingOnLinux = 0x800, WithoutWaitingOnMac = 0x4;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="InvalidDataException">It is a pipe, a terminal or another device.</exception>
    public static FileStream Open(string path)
    {
        if (!IsRegular(path))
            throw new InvalidDataException(Refusal(path));
        return File.OpenRead(path);
    }

    /// <summary>Why a path is refused that is not that of a regular file, and what to do.</summary>
    public static string Refusal(string path) =>
        $"'{path}' is not a regular file but a pipe or a device: copy its content to a file first.";

    /// <summary>Whether a path is a file with an end. A file that cannot be opened is left to whoever opens it.</summary>
    public static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        int descriptor = OpenFile(path, OperatingSystem.IsMacOS() ? WithoutWaitingOnMac : WithoutWaitingOnLinux);
        if (descriptor < 0)
            return true;
        using SafeFileHandle handle = new(descriptor, ownsHandle: true);
        using FileStream file = new(handle, FileAccess.Read, bufferSize: 0);
        // A device such as /dev/zero can seek, but has content without a length.
        return file.CanSeek && (file.Length > 0 || file.ReadByte() < 0);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
