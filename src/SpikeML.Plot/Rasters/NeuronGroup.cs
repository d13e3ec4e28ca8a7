using OxyPlot;

namespace SpikeML.Plot;

/// <summary>A group of consecutive neurons, such as a layer.</summary>
/// <param name="Name">The name of the group at the axis.</param>
/// <param name="Count">The number of neurons, at least 1.</param>
public sealed record NeuronGroup(string Name, int Count)
{
    /// <summary>The colour of the group's spikes with a positive value.</summary>
    /// <value>Null by default: one of the figure's colours that differs from those of its neighbours.</value>
    public OxyColor? Color { get; init; }
}
