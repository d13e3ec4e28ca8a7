namespace SpikeML.Tests.Files;

/// <summary>Files that NumPy wrote, with NumPy/make.py.</summary>
internal static class NumPyFiles
{
    public static FileStream Open(string name) => File.OpenRead(PathOf(name));

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Files", "NumPy", name);
}
