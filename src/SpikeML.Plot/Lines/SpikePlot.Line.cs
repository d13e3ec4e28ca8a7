namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a time series, one value per time step, as a line.</summary>
    /// <param name="values">The values of steps 0, 1, and so on. The line breaks where a value is NaN or infinite.</param>
    /// <param name="options">
    /// How it is drawn, or null for the defaults of <see cref="LineOptions"/>, with the horizontal axis labelled "Time step".
    /// </param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Line(ReadOnlySpan<float> values, LineOptions? options = null)
    {
        options ??= new LineOptions();
        options.Validate();
        return LinePlot.Series([new NamedLine("", values.ToArray())], options);
    }

    /// <summary>Draws a time series as a line and, below it on the same time axis, its encoded spikes.</summary>
    /// <param name="values">The values of steps 0, 1, and so on. The line breaks where a value is NaN or infinite.</param>
    /// <param name="spikes">The spikes, with at least as many steps.</param>
    /// <param name="options">
    /// How it is drawn, or null for the defaults of <see cref="LineOptions"/>, with the horizontal axis labelled "Time step".
    /// </param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">The series is longer than the train.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Line(ReadOnlySpan<float> values, SpikeTrain spikes, LineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spikes);
        if (values.Length > spikes.NumSteps)
            throw new ArgumentException(
                $"A series and its spikes must have the same number of steps, got {values.Length} and {spikes.NumSteps}.",
                nameof(values));
        options ??= new LineOptions();
        options.Validate();
        return LinePlot.WithSpikes([new NamedLine("", values.ToArray())], spikes, options);
    }

    /// <summary>Draws several time series as lines in different colours, with a legend.</summary>
    /// <param name="lines">The lines, at least one; the longest determines the time axis.</param>
    /// <param name="options">
    /// How they are drawn, or null for the defaults of <see cref="LineOptions"/>, with the horizontal axis labelled "Time step".
    /// </param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">There are no lines.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Lines(IReadOnlyList<NamedLine> lines, LineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
            throw new ArgumentException("A figure of lines needs at least one line.", nameof(lines));
        options ??= new LineOptions();
        options.Validate();
        return LinePlot.Series([.. lines], options);
    }

    /// <summary>Draws a curve through points.</summary>
    /// <param name="xs">The horizontal positions of the points, in the order of the curve.</param>
    /// <param name="ys">The vertical positions of the points. The line breaks where a position is NaN or infinite.</param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="LineOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentException">The lengths of <paramref name="xs"/> and <paramref name="ys"/> differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure Line(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, LineOptions? options = null)
    {
        if (xs.Length != ys.Length)
            throw new ArgumentException(
                $"There must be as many x values as y values, got {xs.Length} and {ys.Length}.", nameof(ys));
        options ??= new LineOptions();
        options.Validate();
        return LinePlot.Curve(xs, ys, options);
    }
}
