namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws the mean of a train over time as an image without axes: what rate coding makes of an image, read back.
    /// </summary>
    /// <param name="train">
    /// The spikes. The last two dimensions of its shape are rows and columns; channels before them stand side by side; neurons of
    /// one dimension fill a rectangle.
    /// </param>
    /// <param name="options">How it is drawn; null: as <see cref="MeanImageOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static PlotFigure MeanImage(SpikeTrain train, MeanImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new MeanImageOptions();
        options.Validate();
        return new MeanImagePlot(train, options).Draw();
    }

    /// <summary>Draws the mean images of several trains side by side, on one scale of grey, a title above each.</summary>
    /// <param name="trains">The trains, at least one.</param>
    /// <param name="titles">A title for each.</param>
    /// <param name="options">
    /// How each is drawn; null: as <see cref="MeanImageOptions"/> has it. The title is that of the whole.
    /// </param>
    /// <exception cref="ArgumentException">There is no train, or not a title for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static GridFigure MeanImages(IReadOnlyList<SpikeTrain> trains, IReadOnlyList<string> titles,
        MeanImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trains);
        ArgumentNullException.ThrowIfNull(titles);
        if (titles.Count != trains.Count)
            throw new ArgumentException(
                $"There must be a title for each train ({trains.Count}), got {titles.Count}.", nameof(titles));
        options ??= new MeanImageOptions();
        return Grid([.. trains.Select((train, i) => MeanImage(train, options with { Title = titles[i] }))],
            new GridOptions { Title = options.Title, Scale = options.Scale, Theme = options.Theme });
    }
}
