namespace SpikeML.Plot;

/// <summary>Options of grids. The default size is that of the figures.</summary>
public sealed record GridOptions : FigureOptions
{
    /// <summary>The number of columns, at least 1.</summary>
    /// <value>Null by default: a roughly square grid; up to three figures are in one row.</value>
    public int? Columns { get; init; }

    internal int ColumnsFor(int figures)
    {
        OptionCheck.Require(Columns is null or >= 1, Columns, nameof(Columns), "Columns must be at least 1.");
        return Math.Min(figures, Columns ?? (figures <= 3 ? figures : (int)Math.Ceiling(Math.Sqrt(figures))));
    }
}
