namespace SpikeML.Plot.Export;

/// <summary>Writes folders atomically: to a temporary folder next to the target, which is then renamed.</summary>
internal static class FolderReplacement
{
    /// <param name="path">The folder. Files of the same kind in it are replaced; it must not contain others.</param>
    /// <param name="isOurs">Whether a file with this name may be replaced.</param>
    /// <param name="write">Fills an empty folder.</param>
    public static void Write(string path, Func<string, bool> isOurs, Action<string> write)
    {
        string named = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        // A rename would replace the link itself.
        string target = (Directory.Exists(named) ? new DirectoryInfo(named)
            .ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? named;
        string parent = Path.GetDirectoryName(target)
            ?? throw new UnauthorizedAccessException($"'{target}' cannot be written: it is the root of a file system.");
        Require(target, parent, isOurs);
        string temporary = TemporaryFiles.NameIn(parent), old = temporary + ".old";
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            Replace(target, temporary, old);
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
            foreach (string folder in new[] { temporary, old }.Where(Directory.Exists))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static void Require(string target, string parent, Func<string, bool> isOurs)
    {
        if (!Directory.Exists(parent))
            throw new DirectoryNotFoundException($"'{target}' could not be written: the folder '{parent}' does not exist.");
        if (File.Exists(target))
            throw new IOException($"'{target}' could not be written: it is a file.");
        if (Directory.Exists(target) && new DirectoryInfo(target).EnumerateFileSystemInfos().FirstOrDefault(file =>
            !isOurs(file.Name)) is { } other)
            throw new IOException($"'{target}' could not be written: it contains '{other.Name}', which would be lost.");
    }

    private static void Replace(string target, string temporary, string old)
    {
        bool existed = Directory.Exists(target);
        if (existed)
            Directory.Move(target, old);
        try
        {
            Directory.Move(temporary, target);
        }
        catch (Exception error) when (existed && error is (IOException or UnauthorizedAccessException))
        {
            Directory.Move(old, target);
            throw;
        }
    }
}
