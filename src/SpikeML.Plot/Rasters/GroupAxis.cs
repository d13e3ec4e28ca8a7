using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>The vertical axis of grouped neurons, with each group's name at its middle.</summary>
internal sealed class GroupAxis : LinearAxis
{
    private readonly double[] _middles;

    public GroupAxis(RasterRows rows, IReadOnlyList<NeuronGroup> groups)
    {
        _middles = [.. rows.Groups.Select(group => group.Middle)];
        Minimum = -0.5;
        Maximum = rows.Count - 0.5;
        IsZoomEnabled = IsPanEnabled = false;
        LabelFormatter = value => groups[Array.IndexOf(_middles, value)].Name;
    }

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues)
    {
        majorLabelValues = _middles;
        majorTickValues = minorTickValues = [];
    }
}
