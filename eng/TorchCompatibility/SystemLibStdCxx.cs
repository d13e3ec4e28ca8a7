using System.Runtime.InteropServices;
using System.Text;

/// <summary>The libstdc++ that the loader of this machine finds.</summary>
internal static class SystemLibStdCxx
{
    public static bool HasVersion(string version)
    {
        // Where there is none, or this is no Linux, there is nothing to be compatible with.
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libstdc++.so.6", out _))
            return true;
        // The loader has found it, whichever way; the memory map tells which file it was.
        string? path = File.ReadLines("/proc/self/maps")
            .Select(line => line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(5))
            .FirstOrDefault(file => file is not null && Path.GetFileName(file)
                .StartsWith("libstdc++.so", StringComparison.Ordinal));
        return path is null || File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.ASCII.GetBytes(version + "\0")) >= 0;
    }
}
