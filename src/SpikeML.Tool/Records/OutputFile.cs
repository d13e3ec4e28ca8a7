using SpikeML.Tool.Running;

namespace SpikeML.Tool.Records;

/// <summary>Outputs of commands, which replace no file unless --force asks for it.</summary>
internal static class OutputFile
{
    public static void Write(string path, bool force, Action<Stream> write) =>
        Guard(path, () => FileReplacement.Write(path, write, overwrite: force));

    /// <summary>The length of a file, or of the one that a link leads to.</summary>
    public static long LengthOf(string path) => new FileInfo(FileReplacement.Linked(path)).Length;

    /// <summary>Runs a writer that refuses existing files.</summary>
    public static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (FileExistsException error)
        {
            throw ToolException.Failed($"'{path}' already exists: another process wrote it in the meantime. Choose another "
                + "--output, or use --force to replace it.", error);
        }
    }
}
