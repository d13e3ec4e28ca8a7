namespace SpikeML.Plot;

/// <summary>How a mean image is drawn. Its own size is about 280 pixels for the longer side, with a title above.</summary>
public sealed record MeanImageOptions : FigureOptions
{
    /// <summary>The colours of means from 0 to <see cref="Maximum"/>.</summary>
    /// <value>Null by default: the theme's, <see cref="ColorMap.Binary"/> where it is light.</value>
    public ColorMap? Colors { get; init; }

    /// <summary>The mean that has the map's last colour, above 0; null: the image's largest.</summary>
    /// <value>1 by default, which makes images of different gains comparable.</value>
    public double? Maximum { get; init; } = 1;

    /// <summary>Whether a scale beside the image tells which colour is which mean.</summary>
    /// <value>False by default.</value>
    public bool ShowScale { get; init; }

    internal void Validate()
    {
        OptionCheck.Require(Maximum is null or (> 0 and < double.PositiveInfinity), Maximum, nameof(Maximum),
            "Maximum must be a finite number above 0.");
    }
}
