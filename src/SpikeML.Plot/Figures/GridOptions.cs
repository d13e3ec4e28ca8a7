namespace SpikeML.Plot;

/// <summary>How figures are laid out in a grid. Its own size is that of its figures.</summary>
public sealed record GridOptions : FigureOptions
{
    /// <summary>The number of columns, at least 1.</summary>
    /// <value>Null by default: as many as make the grid about square, all in one row up to three.</value>
    public int? Columns { get; init; }

    internal int ColumnsFor(int figures)
    {
        OptionCheck.Require(Columns is null or >= 1, Columns, nameof(Columns), "Columns must be at least 1.");
        return Math.Min(figures, Columns ?? (figures <= 3 ? figures : (int)Math.Ceiling(Math.Sqrt(figures))));
    }
}
