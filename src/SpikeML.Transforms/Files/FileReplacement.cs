namespace SpikeML;

/// <summary>Writes files so that nobody ever sees half of one: beside the target first, then renamed over it.</summary>
internal static class FileReplacement
{
    public static void Write(string path, Action<Stream> write) => WriteFile(path, temporary =>
    {
        using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write);
        write(stream);
    });

    /// <summary>The same for writers that need a path.</summary>
    public static void WriteFile(string path, Action<string> write) => WriteFileAsync(path, temporary =>
    {
        write(temporary);
        return Task.FromResult(true);
    }).GetAwaiter().GetResult();

    /// <summary>The same for writers that wait, and say whether the file is complete: otherwise nothing is replaced.</summary>
    public static async Task<bool> WriteFileAsync(string path, Func<string, Task<bool>> write)
    {
        string target = Target(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            bool isComplete = await write(temporary).ConfigureAwait(false);
            if (isComplete)
                File.Move(temporary, target, overwrite: true);
            return isComplete;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException($"'{target}' may not be written: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new IOException($"'{target}' could not be written: {error.Message}", error);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Target(string path)
    {
        FileInfo file = new(Path.GetFullPath(path));
        // A rename would put a file in the link's place, and would not ask whether the old file may be written.
        string target = (file.LinkTarget is null ? null : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName)
            ?? file.FullName;
        if (Directory.Exists(target))
            throw new UnauthorizedAccessException($"'{target}' may not be written: it is a folder.");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException(
                $"'{target}' could not be written: there is no folder '{Path.GetDirectoryName(target)}'.");
        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException($"'{target}' may not be written: it is read-only.");
        return target;
    }
}
