namespace SpikeML.Plot.Export;

/// <summary>Writes folders so that nobody ever sees half of one: beside the target first, then renamed into its place.</summary>
internal static class FolderReplacement
{
    /// <param name="path">The folder, which may hold files of the same kind, that are replaced, and no others.</param>
    /// <param name="isOurs">Whether a file of this name may be replaced.</param>
    /// <param name="write">Fills an empty folder.</param>
    public static void Write(string path, Func<string, bool> isOurs, Action<string> write)
    {
        string named = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        // A rename would put a folder in the link's place.
        string target = (Directory.Exists(named) ? new DirectoryInfo(named)
            .ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? named;
        string parent = Path.GetDirectoryName(target)
            ?? throw new UnauthorizedAccessException($"'{target}' may not be written: it is the root of a file system.");
        Require(target, parent, isOurs);
        string temporary = Path.Combine(parent, $".{Guid.NewGuid():N}.tmp"), old = temporary + ".old";
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            Replace(target, temporary, old);
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
            foreach (string folder in new[] { temporary, old }.Where(Directory.Exists))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static void Require(string target, string parent, Func<string, bool> isOurs)
    {
        if (!Directory.Exists(parent))
            throw new DirectoryNotFoundException($"'{target}' could not be written: there is no folder '{parent}'.");
        if (File.Exists(target))
            throw new IOException($"'{target}' could not be written: it is a file.");
        if (Directory.Exists(target) && new DirectoryInfo(target).EnumerateFileSystemInfos().FirstOrDefault(file =>
            !isOurs(file.Name)) is { } other)
            throw new IOException($"'{target}' could not be written: it holds '{other.Name}', which would be lost.");
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
        catch (IOException) when (existed)
        {
            Directory.Move(old, target);
            throw;
        }
    }
}
