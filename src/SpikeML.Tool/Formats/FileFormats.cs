using SpikeML.Tool.Csv;
using SpikeML.Tool.Idv;
using SpikeML.Tool.Idx;
using SpikeML.Tool.Npy;
using SpikeML.Tool.Npz;
using SpikeML.Tool.Parquet;
using SpikeML.Tool.Recordings;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>All formats, and how to detect the format of a file.</summary>
internal static class FileFormats
{
    private static readonly object[] All =
    [
        new RecordingFormat(), new IdvFormat(), new NpzFormat(), new NpyFormat(), new ParquetFormat(), new CsvFormat(),
        new IdxFormat(), new MnistFolderFormat(),
    ];

    public static IReadOnlyList<ISpikeFormat> Spikes { get; } = [.. All.OfType<ISpikeFormat>()];

    public static IReadOnlyList<IInputFormat> Inputs { get; } = [.. All.OfType<IInputFormat>()];

    /// <summary>The format of a spike file to write, by its extension.</summary>
    public static ISpikeFormat OfOutput(string path) => OfExtension(path)
        ?? throw ToolException.Usage($"'{path}': {Endings} Choose another --output.");

    /// <summary>The format of a spike file to read, by its content or, for text, by its extension.</summary>
    public static ISpikeFormat OfSpikes(string path) => FindSpikes(path)
        ?? throw ToolException.BadInput($"'{path}' is not a spike file: {Endings}");

    /// <summary>Same, but null if it has none of these formats.</summary>
    public static ISpikeFormat? FindSpikes(string path)
    {
        InputSample sample = InputSample.Take(path);
        return Spikes.FirstOrDefault(format => format is IInputFormat { IsText: false } input && input.Recognises(sample))
            ?? OfExtension(path)
            ?? (StandardInput.Is(path) ? Spikes.First(format => format is IInputFormat { IsText: true }) : null);
    }

    private static ISpikeFormat? OfExtension(string path) =>
        Spikes.FirstOrDefault(format => format.Extension.Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of an input, by its content or, for text, by its extension.</summary>
    public static IInputFormat OfInput(string path)
    {
        InputSample sample = InputSample.Take(path);
        if (Inputs.FirstOrDefault(each => each.Recognises(sample)) is { } format)
            return format;
        if (Path.GetExtension(path).Equals(".nir", StringComparison.OrdinalIgnoreCase))
            throw ToolException.BadInput(
                $"'{path}' seems to be a network in NIR: 'spikeml nir info' shows it, and 'spikeml nir run' runs it on spikes.");
        throw ToolException.BadInput($"'{path}' is not an IDX file, an ML.NET binary file, a NumPy file, a Parquet file, an "
            + "event recording or a .csv, .tsv or .txt file: set --input-format.");
    }

    public static IInputFormat InputNamed(string name) => Inputs.FirstOrDefault(format => format.Name == name)
        ?? throw ToolException.Usage($"--input-format expects {Listed(Inputs.Select(format => format.Name))}, got '{name}'."
            + Suggestion.For(name, Inputs.Select(format => format.Name)));

    /// <summary>The path of a file to read, which must exist and have an end.</summary>
    public static string Existing(string path)
    {
        if (!File.Exists(path) && TwinOf(path) is string twin)
            throw ToolException.Failed($"The file '{path}' does not exist. '{twin}' looks the same, but its accents are "
                + "encoded differently (Unicode NFC and NFD): let the shell complete the name.");
        if (!File.Exists(path))
            throw ToolException.Failed(Directory.Exists(path) ? $"'{path}' is a folder, not a file."
                : $"The file '{path}' does not exist.");
        return RegularFile.IsRegular(path) ? path : throw ToolException.BadInput(ShellWords.Of(RegularFile.Refusal(path)));
    }

    private static string? TwinOf(string path)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        string name = Path.GetFileName(path);
        // A name without accents looks like no other, and a large folder takes long to list.
        if (name.All(char.IsAscii) || !Directory.Exists(folder))
            return null;
        try
        {
            return Lookalike.In(Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)), name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Endings => $"spike files end in {Listed(Spikes.Select(format => format.Extension))}.";

    private static string Listed(IEnumerable<string> names) =>
        names.ToArray() is [.. string[] first, string last] ? $"{string.Join(", ", first)} or {last}" : "";
}
