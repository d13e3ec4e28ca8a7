using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SpikeML.Tool.Running;

/// <summary>
/// Which standard streams the shell closed, as <c>2&gt;&amp;-</c> does. .NET does not notice: it opens its own pipes under their
/// numbers. Reads from these wait forever, and a file of the command could get such a number and receive the messages.
/// </summary>
internal static class StandardStreams
{
    private const int Input = 0, Output = 1, Error = 2, Count = 3, GetFlags = 1, CloseOnExecute = 1;

    private static readonly bool[] Closed = [.. Enumerable.Range(Input, Count).Select(IsTaken)];

    // Kept open, so that no file gets one of the three numbers.
    private static readonly List<SafeFileHandle> Fillers = [];

    public static bool IsInputClosed => Closed[Input];

    public static bool IsOutputClosed => Closed[Output];

    /// <summary>
    /// Prepares the console of the process: a command ends when the reader of its output has gone, writing to a closed standard
    /// output is an error, and messages to a closed standard error are dropped.
    /// </summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsWindows())
            return;
        if (Closed.Contains(true))
        {
            do
                Fillers.Add(File.OpenHandle("/dev/null"));
            while (Fillers[^1].DangerousGetHandle() <= Error);
        }
        if (IsOutputClosed || Console.IsOutputRedirected)
            Console.SetOut(StandardOutput.MakeWriter());
        if (Closed[Error])
            Console.SetError(TextWriter.Null);
    }

    /// <summary>What a process inherits stays open when it starts; what .NET opens does not.</summary>
    private static bool IsTaken(int descriptor) => !OperatingSystem.IsWindows()
        && Control(descriptor, GetFlags) is int flags && (flags < 0 || (flags & CloseOnExecute) != 0);

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int descriptor, int command);
}
