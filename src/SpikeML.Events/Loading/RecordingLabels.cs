namespace SpikeML.Events;

/// <summary>The classes of recordings, from a text file.</summary>
internal sealed class RecordingLabels
{
    private readonly string _path;
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    private RecordingLabels(string path)
    {
        _path = path;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            // A class in quotes may have commas.
            string trimmed = line.TrimEnd();
            int quote = trimmed.EndsWith('"') ? trimmed[..^1].LastIndexOf('"') : -1;
            int comma = (quote < 0 ? line : line[..quote]).LastIndexOf(',');
            if (string.IsNullOrWhiteSpace(line) || (number == 1 && line.Replace(" ", "", StringComparison.Ordinal)
                .Equals("file,label", StringComparison.OrdinalIgnoreCase)))
                continue;
            if (comma <= 0 || comma == line.Length - 1)
                throw new FormatException(
                    $"Line {number} of '{path}' is '{line}': it must be the name of a recording, a comma, and its class.");
            string name = line[..comma].Trim().Trim('"');
            if (!_labels.TryAdd(name, line[(comma + 1)..].Trim().Trim('"')))
                throw new FormatException($"Line {number} of '{path}' names '{name}' a second time.");
        }
    }

    public static RecordingLabels Read(string path) => new(path);

    /// <summary>Gives each recording its class; a file is named by its name, or by the end of its path.</summary>
    /// <exception cref="FormatException">A recording is not named.</exception>
    public IEnumerable<Recording> Apply(IEnumerable<Recording> recordings) => recordings.Select(own =>
        Find(own.Path) is { } label ? own with { Label = label }
            : throw new FormatException($"'{_path}' does not name '{own.Path}'; it names {_labels.Count} recordings, such as "
                + $"'{_labels.Keys.FirstOrDefault()}'."));

    private string? Find(string path)
    {
        string normal = path.Replace('\\', '/');
        for (int start = normal.LastIndexOf('/') + 1; ; start = normal.LastIndexOf('/', start - 2) + 1)
        {
            if (_labels.TryGetValue(normal[start..], out string? label))
                return label;
            if (start <= 1)
                return null;
        }
    }
}
