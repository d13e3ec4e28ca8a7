using OxyPlot.Axes;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>The vertical axis of grouped neurons, with each group's name at its middle unless it would touch another.</summary>
internal sealed class GroupAxis : LinearAxis
{
    private readonly double[] _middles;
    private readonly double[] _heights;

    /// <param name="rows">The groups' rows.</param>
    /// <param name="names">The groups' names, with line breaks if they are long.</param>
    public GroupAxis(RasterRows rows, IReadOnlyList<string> names)
    {
        _middles = [.. rows.Groups.Select(group => group.Middle)];
        _heights = [.. names.Select(name =>
            TextBlock.Measure(name, FigureStyle.TickSize, OxyPlot.FontWeights.Normal).Height)];
        Minimum = -0.5;
        Maximum = rows.Top;
        IsZoomEnabled = IsPanEnabled = false;
        LabelFormatter = value => names[Array.IndexOf(_middles, value)];
    }

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues)
    {
        List<double> labels = [];
        double free = double.NegativeInfinity;
        for (int group = 0; group < _middles.Length; group++)
        {
            double middle = Math.Abs(Scale) * _middles[group], half = _heights[group] / 2;
            if (middle - half < free)
                continue;
            labels.Add(_middles[group]);
            free = middle + half;
        }
        majorLabelValues = labels;
        majorTickValues = minorTickValues = [];
    }
}
