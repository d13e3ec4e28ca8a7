namespace SpikeML.Plot;

/// <summary>
/// Options of confusion tables. The default size is 44 x 36 pixels per cell, more if counts or names are long, plus the axes.
/// </summary>
public sealed record ConfusionTableOptions : FigureOptions
{
    /// <summary>The names of the classes, one per class.</summary>
    /// <value>Null by default: the class indices, from 0.</value>
    public IReadOnlyList<string>? Labels { get; init => field = OptionList.Copy(value); }

    /// <summary>
    /// The colour map for the square root of a cell's share of its row, from 0 to 1. The root makes rare errors visible.
    /// </summary>
    /// <value>Null by default: the theme's; white to black in the light theme.</value>
    public ColorMap? Colors { get; init; }

    internal void Validate(int classes) =>
        OptionCheck.Require(Labels is null || Labels.Count == classes, Labels?.Count, nameof(Labels),
            $"Labels must have one entry for each class ({classes}).");
}
