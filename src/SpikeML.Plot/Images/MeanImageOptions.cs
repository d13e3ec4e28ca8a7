namespace SpikeML.Plot;

/// <summary>Options of mean images. The default size is about 280 pixels for the longer side, plus the title.</summary>
public sealed record MeanImageOptions : FigureOptions
{
    /// <summary>The colour map for means from 0 to <see cref="Maximum"/>.</summary>
    /// <value>Null by default: the theme's, <see cref="ColorMap.Binary"/> in the light theme.</value>
    public ColorMap? Colors { get; init; }

    /// <summary>The mean that gets the last colour of the map, above 0, or null for the largest mean of the image.</summary>
    /// <value>1 by default, which makes images with different gains comparable.</value>
    public double? Maximum { get; init; } = 1;

    /// <summary>Whether to draw a colour scale next to the image.</summary>
    /// <value>False by default.</value>
    public bool ShowScale { get; init; }

    internal void Validate()
    {
        OptionCheck.Require(Maximum is null or (> 0 and < double.PositiveInfinity), Maximum, nameof(Maximum),
            "Maximum must be a finite number above 0.");
    }
}
