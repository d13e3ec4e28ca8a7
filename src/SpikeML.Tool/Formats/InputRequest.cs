namespace SpikeML.Tool.Formats;

/// <summary>What the command line says of the input.</summary>
internal sealed record InputRequest
{
    public const string DefaultFeatures = "Features", DefaultLabel = "Label";

    /// <summary>The file or folder; null: generated digits.</summary>
    public string? Path { get; init; }

    /// <summary>The format; null: told by the content.</summary>
    public IInputFormat? Format { get; init; }

    public int? SampleDigits { get; init; }

    public string? LabelsPath { get; init; }

    public MnistSplit Split { get; init; }

    /// <summary>The column with the features, for views; for tables, the columns that become features.</summary>
    public string? Features { get; init; }

    public string? Label { get; init; }

    public char? Separator { get; init; }

    public bool NoHeader { get; init; }

    /// <summary>Columns of a table that are loaded as text beside the features and the label.</summary>
    public IReadOnlyList<string> TextColumns { get; init; } = [];
}
