namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws a time series as a line: a value for each time step.</summary>
    /// <param name="values">The values of steps 0, 1, and so on. The line breaks where a value is NaN or infinite.</param>
    /// <param name="options">How it is drawn; null: as <see cref="LineOptions"/> has it, the horizontal axis labelled "Time step".</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlotFigure Line(ReadOnlySpan<float> values, LineOptions? options = null)
    {
        float[] steps = new float[values.Length];
        for (int step = 0; step < steps.Length; step++)
            steps[step] = step;
        options ??= new LineOptions();
        PlotFigure figure = Line(steps, values, options with { XLabel = options.XLabel ?? "Time step" });
        figure.Model.Axes[0].MinimumMajorStep = 1;
        return figure;
    }

    /// <summary>Draws a curve through points.</summary>
    /// <param name="xs">The points' places on the horizontal axis, in the order of the curve.</param>
    /// <param name="ys">As many places on the vertical axis. The line breaks where a place is NaN or infinite.</param>
    /// <param name="options">How it is drawn; null: as <see cref="LineOptions"/> has it.</param>
    /// <exception cref="ArgumentException"><paramref name="ys"/> is not as long as <paramref name="xs"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlotFigure Line(ReadOnlySpan<float> xs, ReadOnlySpan<float> ys, LineOptions? options = null)
    {
        if (xs.Length != ys.Length)
            throw new ArgumentException($"There are {xs.Length} values of x and {ys.Length} of y.", nameof(ys));
        options ??= new LineOptions();
        options.Validate();
        return LinePlot.Draw(xs, ys, options);
    }
}
