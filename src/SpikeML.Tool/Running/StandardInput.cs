namespace SpikeML.Tool.Running;

/// <summary>
/// Standard input as a file, because inputs are read more than once: to find their types, to fit, to encode, and for checksums.
/// </summary>
internal static class StandardInput
{
    /// <summary>Its name on the command line.</summary>
    public const string Name = "-";

    private const string Words = "standard input";

    private static string? _file;

    /// <summary>A file with the content of standard input, if that is the path; otherwise the path.</summary>
    /// <param name="path">A path of the command line.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static string Resolve(string path, CancellationToken cancellation)
    {
        if (path != Name)
            return path;
        if (StandardStreams.IsInputClosed)
            throw ToolException.Usage("Standard input is closed: send something to it, or name a file.");
        if (!Console.IsInputRedirected)
            throw ToolException.Usage("Standard input is a terminal: send something to it, as in 'cat table.csv | spikeml ...', "
                + "or name a file.");
        string folder = Path.GetTempPath();
        if (!Directory.Exists(folder))
            throw ToolException.Failed($"Standard input is kept in the folder '{folder}', which does not exist: create it, or "
                + "set the variable TMPDIR to another.");
        _file = TemporaryFiles.NameIn(folder);
        Task copy = Task.Run(() => Copy(_file), cancellation);
        // A read of a pipe cannot be cancelled; the process ends while it waits.
        copy.WaitAsync(cancellation).GetAwaiter().GetResult();
        return _file;
    }

    /// <summary>Whether a path is that of the file with the content of standard input.</summary>
    public static bool Is(string path) => path == _file;

    /// <summary>What users call an input.</summary>
    public static string NameOf(string path) => path == Name || Is(path) ? Words : Path.GetFileName(path);

    /// <summary>A message without the name of the file.</summary>
    public static string Hide(string message) => _file is null ? message
        : message.Replace($"'{_file}'", Words, StringComparison.Ordinal).Replace(_file, Words, StringComparison.Ordinal);

    public static void Delete()
    {
        try
        {
            if (_file is not null)
                File.Delete(_file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // 'spikeml clean' finds it; the result, or the error that is already on its way, matters more.
        }
        _file = null;
    }

    private static void Copy(string path)
    {
        using Stream input = Console.OpenStandardInput();
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // What is piped may be private, and others can look into the temporary folder.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using FileStream file = new(path, options);
        input.CopyTo(file);
    }
}
