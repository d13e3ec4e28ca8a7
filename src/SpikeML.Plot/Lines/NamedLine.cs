using OxyPlot;

namespace SpikeML.Plot;

/// <summary>One of several lines in a figure.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Values">The values at steps 0, 1, and so on. The line breaks where a value is NaN or infinite.</param>
public sealed record NamedLine(string Name, IReadOnlyList<float> Values)
{
    /// <summary>The line's colour.</summary>
    /// <value>Null by default: one of the theme's colours that differs from those of its neighbours.</value>
    public OxyColor? Color { get; init; }
}
