using Microsoft.ML.Data;

namespace SpikeML.Tool.Formats;

/// <summary>The input options of the command line.</summary>
internal sealed record InputRequest
{
    public const string DefaultFeatures = "Features", DefaultLabel = "Label";

    /// <summary>The file or folder, or null for generated digits.</summary>
    public string? Path { get; init; }

    /// <summary>The files that are read, which no output may replace.</summary>
    public string[] Files => [.. new[] { Path, LabelsPath }.OfType<string>()];

    /// <summary>The format, or null to detect it.</summary>
    public IInputFormat? Format { get; init; }

    public int? SampleDigits { get; init; }

    public string? LabelsPath { get; init; }

    public MnistSplit Split { get; init; }

    /// <summary>The features column of views, or the columns of tables that become features.</summary>
    public string? Features { get; init; }

    /// <summary>The array of a .npz file that becomes features, or null for the only one.</summary>
    public string? Array { get; init; }

    public string? Label { get; init; }

    /// <summary>Whether an array of labels can have several numbers for each row, such as one for each step.</summary>
    public bool TakesLabelsOverTime { get; init; }

    /// <summary>The number of steps of an event recording, or null for the default.</summary>
    public int? Steps { get; init; }

    /// <summary>The width of the sensor of an event recording, or null if the file says it.</summary>
    public int? SensorWidth { get; init; }

    /// <summary>The height of the sensor of an event recording, or null if the file says it.</summary>
    public int? SensorHeight { get; init; }

    /// <summary>The dimensions of a row's features, or empty to keep those of the input.</summary>
    public IReadOnlyList<int> Shape { get; init; } = [];

    public char? Separator { get; init; }

    /// <summary>The character before decimal places in tables.</summary>
    public char Decimal { get; init; } = '.';

    public bool NoHeader { get; init; }

    /// <summary>Columns of a table that are loaded as text in addition to features and label.</summary>
    public IReadOnlyList<string> TextColumns { get; init; } = [];

    /// <summary>Columns of a model, which are loaded from a table that has columns of these names.</summary>
    public IReadOnlyList<(string Name, DataKind Kind)> ModelColumns { get; init; } = [];
}
