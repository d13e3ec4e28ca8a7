using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Neurons that follow one another and belong together, such as a layer.</summary>
/// <param name="Name">What the group is called at the axis.</param>
/// <param name="Count">The number of its neurons, at least 1.</param>
public sealed record NeuronGroup(string Name, int Count)
{
    /// <summary>The colour of its on-spikes.</summary>
    /// <value>Null by default: one of the figure's own, other than its neighbours'.</value>
    public OxyColor? Color { get; init; }
}
