namespace SpikeML.Plot;

/// <summary>What every figure can be told.</summary>
public abstract record FigureOptions
{
    private protected FigureOptions()
    {
    }

    /// <summary>The title above the figure; null: none.</summary>
    public string? Title { get; init; }

    /// <summary>The label of the horizontal axis; null: the figure's own; empty: none.</summary>
    public string? XLabel { get; init; }

    /// <summary>The label of the vertical axis; null: the figure's own; empty: none.</summary>
    public string? YLabel { get; init; }

    /// <summary>The width in pixels at scale 1, from 100 to 20,000; null: the figure's own.</summary>
    public int? Width { get; init; }

    /// <summary>The height in pixels at scale 1, from 60 to 20,000; null: the figure's own.</summary>
    public int? Height { get; init; }

    /// <summary>Device pixels for each pixel of width and height, from 0.25 to 16: 2 for sharp print or dense screens.</summary>
    public double Scale { get; init; } = 1;
}
