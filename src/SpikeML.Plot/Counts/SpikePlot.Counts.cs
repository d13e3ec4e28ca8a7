using SpikeML.Plot.Animations;

namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws the number of spikes of each neuron as lying bars, neurons upwards from 0.</summary>
    /// <remarks>The model is snnTorch's <c>spikeplot.spike_count</c>.</remarks>
    /// <param name="train">The spikes, of at most 200 neurons, such as a network's outputs; off-spikes count as well.</param>
    /// <param name="options">How they are drawn; null: as <see cref="SpikeCountOptions"/> has it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or there are too many neurons.</exception>
    public static PlotFigure SpikeCount(SpikeTrain train, SpikeCountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new SpikeCountOptions();
        options.Validate(train);
        return new SpikeCountPlot(train, options).Draw();
    }

    /// <summary>
    /// Animates the spike counts of neurons: arrows run along their spikes, those to come paler, and beside them bars grow. As an
    /// HTML player, the bars alone.
    /// </summary>
    /// <remarks>The model is snnTorch's <c>spikeplot.spike_count</c> with <c>animate=True</c>.</remarks>
    /// <param name="train">The spikes, of at most 200 neurons, such as a network's outputs; off-spikes count as well.</param>
    /// <param name="options">
    /// How they are drawn, 640 pixels wide by default; null: as <see cref="SpikeCountOptions"/> has it.
    /// </param>
    /// <param name="animation">
    /// How frames follow one another; null: as <see cref="AnimationOptions"/> has it. Colours and cells are not heeded.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, or there are too many neurons.</exception>
    public static Animation AnimateSpikeCount(SpikeTrain train, SpikeCountOptions? options = null,
        AnimationOptions? animation = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new SpikeCountOptions();
        options.Validate(train);
        animation ??= new AnimationOptions();
        animation.Validate();
        AnimationOptions told = animation with
        {
            Title = animation.Title ?? options.Title,
            SecondsPerStep = animation.SecondsPerStep ?? options.SecondsPerStep,
        };
        SpikeCountScan scan = new(train, options);
        return new Animation(new FigureFrames(train.NumSteps, scan.Size, scan.Draw), told, () =>
            PlayerData.OfCounts(train, options, told));
    }
}
