namespace SpikeML.Plot;

/// <summary>What every figure can be told.</summary>
public abstract record FigureOptions
{
    private protected FigureOptions()
    {
    }

    /// <summary>The title above the figure.</summary>
    /// <value>Null by default: none.</value>
    public string? Title { get; init; }

    /// <summary>The label of the horizontal axis; empty: none.</summary>
    /// <value>Null by default: the figure's own.</value>
    public string? XLabel { get; init; }

    /// <summary>The label of the vertical axis; empty: none.</summary>
    /// <value>Null by default: the figure's own.</value>
    public string? YLabel { get; init; }

    /// <summary>The width in pixels at scale 1, from 100 to 20,000.</summary>
    /// <value>Null by default: the figure's own.</value>
    public int? Width { get; init; }

    /// <summary>The height in pixels at scale 1, from 60 to 20,000.</summary>
    /// <value>Null by default: the figure's own.</value>
    public int? Height { get; init; }

    /// <summary>Device pixels for each pixel of width and height, from 0.25 to 16: 2 for sharp print or dense screens.</summary>
    /// <value>1 by default.</value>
    public double Scale { get; init; } = 1;

    /// <summary>The figure's colours: <see cref="FigureTheme.Light"/>, Dark, Print, or one of your own.</summary>
    /// <value>Null by default: light; for a grid, its first figure's.</value>
    public FigureTheme? Theme { get; init; }

    internal FigureTheme Look => Theme ?? FigureTheme.Light;
}
