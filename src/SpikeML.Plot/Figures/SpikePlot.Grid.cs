namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Lays out figures in a grid, row by row, as a single figure.</summary>
    /// <param name="figures">The figures, at least one; grids can be nested.</param>
    /// <param name="options">
    /// How they are laid out, or null for the defaults of <see cref="GridOptions"/>. The scales of the individual figures are
    /// ignored.
    /// </param>
    /// <returns>The grid as a figure, ready to save or show.</returns>
    /// <exception cref="ArgumentException">There are no figures.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
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
