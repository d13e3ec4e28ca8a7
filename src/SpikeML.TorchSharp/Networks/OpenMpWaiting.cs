using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>How libtorch's OpenMP threads wait for work.</summary>
/// <remarks>
/// By default they spin for milliseconds after each operation, on cores that the other threads of training need: those that read
/// ahead, and those of the products of events. OpenMP reads its settings once, when libtorch is loaded.
/// </remarks>
internal static partial class OpenMpWaiting
{
    private const string Policy = "OMP_WAIT_POLICY", Passive = "PASSIVE";

    /// <summary>The settings by which a user says how threads wait.</summary>
    private static readonly string[] Settings = [Policy, "GOMP_SPINCOUNT", "KMP_BLOCKTIME"];

    /// <summary>
    /// Makes the threads sleep, if libtorch is not loaded yet and the environment does not say how they wait.
    /// </summary>
    public static void MakePassive()
    {
        if (Settings.Any(name => Environment.GetEnvironmentVariable(name) is not null))
            return;
        Environment.SetEnvironmentVariable(Policy, Passive);
        // On Unix, .NET changes its own copy of the environment, which native libraries do not see.
        if (!OperatingSystem.IsWindows())
            _ = SetNative(Policy, Passive, overwrite: 0);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
