using SpikeML.Plot.Animations;

namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Animates spikes as images, one frame per time step.</summary>
    /// <remarks>Modelled on snnTorch's <c>spikeplot.animator</c>.</remarks>
    /// <param name="train">
    /// The spikes. The last two dimensions of the shape are rows and columns; channels before them are drawn side by side;
    /// neurons of one dimension fill a rectangle.
    /// </param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="AnimationOptions"/>.</param>
    /// <returns>The animation, ready to save or show.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static Animation Animate(SpikeTrain train, AnimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new AnimationOptions();
        options.Validate();
        NeuronGrid grid = NeuronGrid.Of(train);
        int cellSize = options.CellSize ?? Math.Max(1, AnimationSide / Math.Max(grid.Rows, grid.Columns));
        CellFrames frames = new(train, cellSize, options);
        return new Animation(frames, options, () => PlayerData.OfCells(train, frames, options));
    }

    private const int AnimationSide = 280;
}
