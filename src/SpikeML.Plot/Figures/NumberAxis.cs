using OxyPlot.Axes;

namespace SpikeML.Plot;

/// <summary>An axis whose labels never touch: if it is short, it has fewer ticks.</summary>
internal sealed class NumberAxis : LinearAxis
{
    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues)
    {
        base.GetTickValues(out majorLabelValues, out majorTickValues, out minorTickValues);
        double pitch = majorLabelValues.Count < 2 ? 0
            : Math.Abs(Transform(majorLabelValues[1]) - Transform(majorLabelValues[0]));
        if (!double.IsFinite(pitch) || pitch <= 0)
            return;
        int every = (int)Math.Ceiling(Room(majorLabelValues) / pitch);
        if (every > 1)
            majorLabelValues = majorTickValues = [.. majorTickValues.Where((_, i) => i % every == 0)];
    }

    private double Room(IList<double> values) => IsHorizontal()
        ? values.Max(value => FigureStyle.TickWidth(FormatValue(value))) + FigureStyle.TickGapBeside
        : FigureStyle.TickSize + FigureStyle.TickGapAbove;
}
