namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Lays figures out in a grid, row by row, as one picture.</summary>
    /// <param name="figures">The figures, at least one; a grid may hold grids.</param>
    /// <param name="options">
    /// How they are laid out; null: as <see cref="GridOptions"/> has it. The figures' own scales are not heeded.
    /// </param>
    /// <exception cref="ArgumentException">There is no figure.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static GridFigure Grid(IReadOnlyList<Figure> figures, GridOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count == 0)
            throw new ArgumentException("A grid needs at least one figure.", nameof(figures));
        foreach (Figure figure in figures)
            ArgumentNullException.ThrowIfNull(figure, nameof(figures));
        return GridFigure.Of([.. figures], options ?? new GridOptions());
    }
}
