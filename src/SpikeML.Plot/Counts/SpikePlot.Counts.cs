using SpikeML.Plot.Animations;

namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>Draws the number of spikes of each neuron as horizontal bars, neurons upwards from 0.</summary>
    /// <remarks>Modelled on snnTorch's <c>spikeplot.spike_count</c>.</remarks>
    /// <param name="train">The spikes, of at most 200 neurons, such as a network's outputs; off-spikes count too.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="SpikeCountOptions"/>.</param>
    /// <returns>The figure, ready to save or show; its model can be styled further.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or there are too many neurons.</exception>
    public static PlotFigure SpikeCount(SpikeTrain train, SpikeCountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new SpikeCountOptions();
        options.Validate(train);
        return new SpikeCountPlot(train, options).Draw();
    }

    /// <summary>
    /// Animates the spike counts of neurons: arrows move along their spikes, future spikes are paler, and bars grow next to them.
    /// An HTML player only shows the bars.
    /// </summary>
    /// <remarks>Modelled on snnTorch's <c>spikeplot.spike_count</c> with <c>animate=True</c>.</remarks>
    /// <param name="train">The spikes, of at most 200 neurons, such as a network's outputs; off-spikes count too.</param>
    /// <param name="options">
    /// How they are drawn, 640 pixels wide by default, or null for the defaults of <see cref="SpikeCountOptions"/>.
    /// </param>
    /// <param name="animation">
    /// The timing of the animation, or null for the defaults of <see cref="AnimationOptions"/>. Its colours and cell size are
    /// ignored.
    /// </param>
    /// <returns>The animation, ready to save or show.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or there are too many neurons.</exception>
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
