namespace SpikeML.Plot;

/// <summary>
/// How a confusion table is drawn. Default size: 44 x 36 pixels for each cell, more where counts or names are long, and some
/// for the axes.
/// </summary>
public sealed record ConfusionTableOptions : FigureOptions
{
    /// <summary>The names of the classes, one per class.</summary>
    /// <value>Null by default: their numbers from 0.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>The colours of the square root of a cell's share of its row, from 0 to 1, which shows rare errors too.</summary>
    /// <value>Null by default: the theme's, white to black where it is light.</value>
    public ColorMap? Colors { get; init; }

    internal void Validate(int classes) =>
        OptionCheck.Require(Labels is null || Labels.Count == classes, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each class ({classes}).");
}
