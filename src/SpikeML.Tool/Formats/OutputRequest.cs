using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>What the command line says of the output.</summary>
internal sealed record OutputRequest(string Path, ISpikeFormat Format)
{
    public const string DefaultColumn = "Spikes";

    public bool Sparse { get; init; }

    public bool Force { get; init; }

    public bool Resume { get; init; }

    /// <summary>The largest number of threads that encode and compress.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The column of spikes; null: <see cref="DefaultColumn"/>.</summary>
    public string? Column { get; init; }

    /// <summary>Columns that are written beside the label and the spikes.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>What no format writes is refused before a row is read.</summary>
    public OutputRequest Checked()
    {
        if (Sparse && !Format.CanBeSparse)
            throw ToolException.Usage("--sparse is for .npz alone: .idv is sparse where that is smaller, and .csv always.");
        if (Keep.Count > 0 && !Format.KeepsColumns)
            throw ToolException.Usage("--keep is for .idv alone: .npz holds spikes and labels, .csv spikes.");
        if (Force && Resume)
            throw ToolException.Usage("--force replaces files and --resume keeps them: give one of both.");
        return this;
    }

    /// <summary>Refuses, before any work, a place where the file could not be put, and a file that would be lost.</summary>
    public static void CheckPlace(string path, bool force)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is string folder && !Directory.Exists(folder))
            throw ToolException.Failed($"'{path}' cannot be written: there is no folder '{folder}'. Make it first.");
        if (!force && File.Exists(path))
            throw ToolException.Failed($"'{path}' is there already: give another --output, or --force to replace it.");
    }
}
