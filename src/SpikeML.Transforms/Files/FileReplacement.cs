namespace SpikeML;

/// <summary>Writes files atomically: to a temporary file in the same folder, which is then renamed over the target.</summary>
internal static class FileReplacement
{
    public static void Write(string path, Action<Stream> write) => WriteFile(path, temporary =>
    {
        using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write);
        write(stream);
    });

    /// <summary>Same, for writers that need a path.</summary>
    public static void WriteFile(string path, Action<string> write) => WriteFileAsync(path, temporary =>
    {
        write(temporary);
        return Task.FromResult(true);
    }).GetAwaiter().GetResult();

    /// <summary>Same, for asynchronous writers that return whether the file is complete; otherwise nothing is replaced.</summary>
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
            throw new UnauthorizedAccessException($"'{target}' cannot be written: {error.Message}", error);
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
        // A rename would replace the link itself, and would not check whether the old file is writable.
        string target = (file.LinkTarget is null ? null : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName)
            ?? file.FullName;
        if (Directory.Exists(target))
            throw new UnauthorizedAccessException($"'{target}' cannot be written: it is a folder.");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException(
                $"'{target}' could not be written: the folder '{Path.GetDirectoryName(target)}' does not exist.");
        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException($"'{target}' cannot be written: it is read-only.");
        return target;
    }
}
