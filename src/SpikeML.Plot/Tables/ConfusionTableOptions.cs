namespace SpikeML.Plot;

/// <summary>How a confusion table is drawn. Its own size is 44 x 36 pixels for each cell and some for the axes.</summary>
public sealed record ConfusionTableOptions : FigureOptions
{
    /// <summary>The classes' names, one each; null: their numbers from 0.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The colours of a cell's share of its row, from 0 to 1; null: white to black.</summary>
    public ColorMap? Colors { get; init; }

    internal void Validate(int classes) =>
        OptionCheck.Require(Labels is null || Labels.Count == classes, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each class ({classes}).");
}
