namespace SpikeML;

/// <summary>
/// Writes files atomically: to a temporary file in the same folder, which is then renamed. Errors name the target, never the
/// temporary file, and only the target's own errors do: an error of the input that a writer reads passes through.
/// </summary>
internal static class FileReplacement
{
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content to a stream that can also seek and read.</param>
    /// <param name="overwrite">Whether an existing file is replaced, also one that appears while this one is written.</param>
    /// <exception cref="FileExistsException">The file exists and may not be replaced.</exception>
    public static void Write(string path, Action<Stream> write, bool overwrite = true)
    {
        string target = Target(path), temporary = TemporaryFiles.NameIn(Path.GetDirectoryName(target)!);
        try
        {
            using (TargetStream stream = TargetStream.Create(temporary, target))
                write(stream);
            Rename(temporary, target, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Same, for writers that need a path.</summary>
    public static void WriteFile(string path, Action<string> write, bool overwrite = true) => WriteFileAsync(path, temporary =>
    {
        write(temporary);
        return Task.FromResult(true);
    }, overwrite).GetAwaiter().GetResult();

    /// <summary>Same, for asynchronous writers that return whether the file is complete; otherwise nothing is replaced.</summary>
    public static async Task<bool> WriteFileAsync(string path, Func<string, Task<bool>> write, bool overwrite = true)
    {
        string target = Target(path), temporary = TemporaryFiles.NameIn(Path.GetDirectoryName(target)!);
        try
        {
            bool isComplete = await write(temporary).ConfigureAwait(false);
            if (isComplete)
                Move(temporary, target, overwrite);
            return isComplete;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not FileExistsException)
        {
            throw TargetStream.Error(error, temporary, target);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Rename(string temporary, string target, bool overwrite)
    {
        try
        {
            Move(temporary, target, overwrite);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not FileExistsException)
        {
            throw TargetStream.Error(error, temporary, target);
        }
    }

    private static void Move(string temporary, string target, bool overwrite)
    {
        if (overwrite)
            File.Move(temporary, target, overwrite: true);
        else
            NewFile.Move(temporary, target);
    }

    /// <summary>The full path of a file, or of the one that a link leads to.</summary>
    public static string Linked(string path)
    {
        FileInfo file = new(Path.GetFullPath(path));
        return (file.LinkTarget is null ? null : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName) ?? file.FullName;
    }

    private static string Target(string path)
    {
        // A rename would replace the link itself, and would not check whether the old file is writable.
        string target = Linked(path);
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
