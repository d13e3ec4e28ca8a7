using System.Runtime.InteropServices;

namespace SpikeML.SnnTorchComparison;

/// <summary>Makes the C library keep freed memory for the next tensors, rather than give it back to the system.</summary>
/// <remarks>
/// In a .NET process, glibc gives tens of megabytes back after each batch and takes them again for the next one, which takes a
/// fifth of the loop's time. In Python's process the same tensors stay in the heap.
/// </remarks>
internal static partial class KeptMemory
{
    private const int TrimThreshold = -1, MmapThreshold = -3;

    /// <summary>The most that glibc accepts in older versions, and more than the largest tensor.</summary>
    private static readonly int[] LargestBlocks = [32 << 20, 1 << 30];

    /// <summary>Has no effect where the C library is not glibc.</summary>
    public static void Keep()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = Set(TrimThreshold, int.MaxValue);
            foreach (int bytes in LargestBlocks)
                _ = Set(MmapThreshold, bytes);
        }
        catch (EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Set(int parameter, int value);
}
