using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>The output options of the command line.</summary>
internal sealed record OutputRequest(string Path, ISpikeFormat Format)
{
    public const string DefaultColumn = "Spikes";

    /// <summary>Whether the spikes go to standard output.</summary>
    public bool IsStandardOutput => Path == StandardOutput.Name;

    public bool Sparse { get; init; }

    public bool Force { get; init; }

    public bool Resume { get; init; }

    /// <summary>The maximum number of threads that encode and compress.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The spike column, or null for <see cref="DefaultColumn"/>.</summary>
    public string? Column { get; init; }

    /// <summary>Columns to write in addition to the label and the spikes.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Rejects unsupported options before any row is read.</summary>
    public OutputRequest Checked()
    {
        if (Sparse && !Format.CanBeSparse)
            throw ToolException.Usage(
                "--sparse can only be used with .npz and .parquet: .idv is sparse where that is smaller, and .csv always is.");
        if (Keep.Count > 0 && !Format.KeepsColumns)
            throw ToolException.Usage("--keep can only be used with .idv: .npz and .parquet hold spikes and "
                + "labels, and .csv only spikes.");
        if (IsStandardOutput && (Force || Resume))
            throw ToolException.Usage("--force and --resume are for files: leave them out with --output -.");
        if (IsStandardOutput && Format is not Csv.CsvFormat)
            StandardOutput.RequireNoTerminal();
        if (Force && Resume)
            throw ToolException.Usage("--force replaces files and --resume keeps them: use only one of them.");
        return this;
    }

    /// <summary>Rejects, before any work, a path that cannot be written and a file that would be overwritten.</summary>
    /// <param name="path">The path.</param>
    /// <param name="force">Whether an existing file may be overwritten.</param>
    /// <param name="sources">Files that the command reads, which are never overwritten.</param>
    public static void CheckPlace(string path, bool force, params string[] sources)
    {
        if (path.Length == 0)
            throw ToolException.Usage("--output expects a file name, got ''.");
        if (path == StandardOutput.Name)
            throw ToolException.Usage("This command cannot write to standard output: choose another --output. If - is a file "
                + "name, write ./-.");
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is string folder && !Directory.Exists(folder))
            throw ToolException.Failed($"'{path}' cannot be written: the folder '{folder}' does not exist. Create it first.");
        if (Directory.Exists(path))
            throw ToolException.Failed($"'{path}' is a folder, not a file: choose another --output.");
        if (Array.Find(sources, source => source.Length > 0 && IsSame(source, path)) is string read)
            throw ToolException.Usage($"'{read}' is read by this command and would be overwritten: choose another --output.");
        if (!force && File.Exists(path))
            throw ToolException.Failed($"'{path}' already exists: choose another --output, or use --force to replace it.");
    }

    private static bool IsSame(string source, string path) =>
        FileReplacement.Linked(source) == FileReplacement.Linked(path);
}
