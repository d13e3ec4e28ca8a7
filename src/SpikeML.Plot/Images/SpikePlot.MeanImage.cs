namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Draws the mean of a train over time as an image without axes. For rate-coded images, it approximates the original image.
    /// </summary>
    /// <param name="train">
    /// The spikes. The last two dimensions of the shape are rows and columns; channels before them are drawn side by side;
    /// neurons of one dimension fill a rectangle.
    /// </param>
    /// <param name="options">How it is drawn, or null for the defaults of <see cref="MeanImageOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static PlotFigure MeanImage(SpikeTrain train, MeanImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new MeanImageOptions();
        options.Validate();
        return new MeanImagePlot(train, options).Draw();
    }

    /// <summary>Draws the mean images of several trains side by side with the same colour scale, each with a title.</summary>
    /// <param name="trains">The trains, at least one.</param>
    /// <param name="titles">One title per train.</param>
    /// <param name="options">
    /// How each image is drawn, or null for the defaults of <see cref="MeanImageOptions"/>. The title is that of the entire
    /// figure.
    /// </param>
    /// <returns>The grid as a figure, ready to save or show.</returns>
    /// <exception cref="ArgumentException">There are no trains, or not one title per train.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
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
