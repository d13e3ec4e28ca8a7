namespace SpikeML.Plot;

/// <summary>Options of all figures.</summary>
public abstract record FigureOptions
{
    private protected FigureOptions()
    {
    }

    /// <summary>The title above the figure.</summary>
    /// <value>Null by default: no title.</value>
    public string? Title { get; init; }

    /// <summary>The label of the horizontal axis, or an empty string for none.</summary>
    /// <value>Null by default: the figure's default.</value>
    public string? XLabel { get; init; }

    /// <summary>The label of the vertical axis, or an empty string for none.</summary>
    /// <value>Null by default: the figure's default.</value>
    public string? YLabel { get; init; }

    /// <summary>The width in pixels at scale 1, from 100 to 20,000.</summary>
    /// <value>Null by default: the figure's default.</value>
    public int? Width { get; init; }

    /// <summary>The height in pixels at scale 1, from 60 to 20,000.</summary>
    /// <value>Null by default: the figure's default.</value>
    public int? Height { get; init; }

    /// <summary>
    /// The device pixels per pixel of width and height, from 0.25 to 16; 2 is sharp in print and on high-density screens.
    /// </summary>
    /// <value>1 by default.</value>
    public double Scale { get; init; } = 1;

    /// <summary>The figure's colours: <see cref="FigureTheme.Light"/>, Dark, Print, or one of your own.</summary>
    /// <value>Null by default: the light theme or, for a grid, that of its first figure.</value>
    public FigureTheme? Theme { get; init; }

    internal FigureTheme Look => Theme ?? FigureTheme.Light;
}
