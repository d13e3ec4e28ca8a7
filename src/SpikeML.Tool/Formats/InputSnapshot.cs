using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>The sizes and dates of an input's files: inputs are read more than once, and must stay the same.</summary>
internal sealed class InputSnapshot(IEnumerable<string> files)
{
    private readonly (string Path, long Length, DateTime Written)[] _files = [.. files.Where(File.Exists).Select(Now)];

    /// <summary>Runs what reads the files, and fails if one of them changed in the meantime.</summary>
    public void Guard(Action read) => Guard<object?>(() =>
    {
        read();
        return null;
    });

    /// <summary>The same for what gives a result.</summary>
    public T Guard<T>(Func<T> read)
    {
        T result;
        try
        {
            result = read();
        }
        catch (Exception error) when (error is not OperationCanceledException && Changed() is string path)
        {
            throw HasChanged(path, error);
        }
        if (Changed() is string changed)
            throw HasChanged(changed, null);
        return result;
    }

    private static ToolException HasChanged(string path, Exception? error) => ToolException.Failed(
        $"'{path}' changed while it was read: wait until it is complete, then run the command again.", error);

    private static (string Path, long Length, DateTime Written) Now(string path)
    {
        FileInfo file = new(FileReplacement.Linked(path));
        return (path, file.Exists ? file.Length : -1, file.LastWriteTimeUtc);
    }

    private string? Changed() => Array.Find(_files, file => Now(file.Path) != file).Path;
}
