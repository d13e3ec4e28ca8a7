namespace SpikeML.Tool.Running;

/// <summary>Converts an exception to one line and an exit code.</summary>
internal static class ErrorReport
{
    // .NET appends the name of the file to the reason.
    private const string NameBegins = " : '";

    public static (int ExitCode, string Message) Of(Exception error)
    {
        Exception[] chain = [.. Chain(error)];
        if (chain.OfType<ToolException>().LastOrDefault() is ToolException known)
            return (known.ExitCode, OneLine(known.Message));
        if (chain.OfType<InvalidFeatureException>().FirstOrDefault() is InvalidFeatureException feature)
            return (ExitCode.BadInput, OneLine(ShellWords.Of(feature.Message)));
        if (chain.OfType<FormatException>().FirstOrDefault() is FormatException format)
            return (ExitCode.BadInput, OneLine(ShellWords.Of(format.Message)));
        if (chain.FirstOrDefault(cause => cause is IOException or UnauthorizedAccessException) is Exception file)
            return (ExitCode.Failed, OneLine(ShellWords.Of(WithoutTemporaryName(file.Message))));
        if (chain.FirstOrDefault(cause => cause is OutOfMemoryException) is not null)
            return (ExitCode.Failed, "Not enough memory: use more shards, or --sparse.");
        return (ExitCode.BadInput, OneLine(ShellWords.Of(chain[^1].Message)));
    }

    /// <summary>The message of an option without the parameter and value that .NET appends.</summary>
    public static string OneLine(string message)
    {
        int parameter = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        string text = parameter < 0 ? message : message[..parameter];
        return ShownText.WithoutControls(string.Join(' ', text.Split((char[])['\r', '\n'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
    }

    /// <summary>An error of a temporary file names its folder, since its own name means nothing to the user.</summary>
    private static string WithoutTemporaryName(string message)
    {
        int at = message.LastIndexOf(NameBegins, StringComparison.Ordinal);
        if (at < 0 || !TemporaryFiles.IsOurs(message[(at + NameBegins.Length)..].TrimEnd('\'')))
            return message;
        string folder = Path.GetDirectoryName(message[(at + NameBegins.Length)..])!;
        string remedy = folder == Path.TrimEndingDirectorySeparator(Path.GetTempPath())
            ? $" Set the variable {(OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR")} to a folder with more room." : "";
        return $"A temporary file in '{folder}' could not be written: {message[..at]}.{remedy}";
    }

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
