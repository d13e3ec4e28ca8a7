using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// What turns are measured by: the time on the wall; on a machine that is busy with other work the time that the processor spent,
/// as if each thread had a core of its own.
/// </summary>
internal static partial class Clock
{
    private const int ProcessTime = 2, ThreadTime = 3;

    public static bool IsBusy { get; private set; }

    /// <summary>Seconds of this thread.</summary>
    public static double OfThread => IsBusy ? Of(ThreadTime) : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    /// <summary>Seconds of an action on all cores; processor time as if it were shared out among them without loss.</summary>
    public static double OfAllCores =>
        IsBusy ? Of(ProcessTime) / Environment.ProcessorCount : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    /// <summary>Measures processor time from now on. Before libtorch is loaded: its threads would spend it on waiting.</summary>
    /// <exception cref="PlatformNotSupportedException">The system is not Linux.</exception>
    public static void UseProcessorTime()
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Processor time is measured on Linux only: leave out --busy.");
        SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", 1);
        IsBusy = true;
    }

    private static double Of(int clock)
    {
        GetTime(clock, out TimeSpec time);
        return time.Seconds + time.Nanoseconds * 1e-9;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
