using System.Globalization;
using System.Text;

namespace SpikeML.Plot.Rendering;

/// <summary>
/// Spikes as path data on a lattice of whole numbers: relative moves with few digits. Rows are exact; steps are off by less than
/// a twentieth of a pixel and a quarter of a step.
/// </summary>
internal sealed class SvgMarks
{
    private const double FinestPixels = 0.1;

    private readonly SpikeMarks _marks;
    private readonly long _unitsPerRow;
    private readonly double _unit;
    private readonly long _barLength;

    private SvgMarks(SpikeMarks marks)
    {
        _marks = marks;
        _unitsPerRow = (long)Math.Ceiling(marks.RowHeight / Math.Min(FinestPixels, marks.StepWidth / 2));
        _unit = marks.RowHeight / _unitsPerRow;
        _barLength = Math.Max(1, (long)Math.Round(marks.Shape.Height / _unit));
    }

    public bool IsRound => _marks.Shape.IsRound;

    public string Transform => $"translate({SvgNumber.FormatFactor(_marks.Origin.X)} {SvgNumber.FormatFactor(_marks.Origin.Y)}) "
        + $"scale({SvgNumber.FormatFactor(_unit)})";

    /// <summary>The stroke width in lattice units.</summary>
    public double StrokeWidth => _marks.Shape.Width / _unit;

    public static SvgMarks Of(SpikeMarks marks) => new(marks);

    /// <summary>
    /// A disc is a zero-length line with round ends, a bar is a vertical line; empty if there are no such spikes.
    /// </summary>
    public string Path(bool off, int level)
    {
        StringBuilder path = new();
        (long x, long y) pen = (0, 0);
        foreach (ref readonly SpikeEvent spike in _marks.Train.AsSpan())
        {
            if (spike.Value < 0 == off && _marks.Shows(spike) && _marks.LevelOf(spike) == level)
                pen = Append(path, pen, spike);
        }
        return path.ToString();
    }

    private (long X, long Y) Append(StringBuilder path, (long X, long Y) pen, in SpikeEvent spike)
    {
        long x = (long)Math.Round(spike.Step * _marks.StepWidth / _unit);
        long y = -_marks.RowOf(spike) * _unitsPerRow;
        if (IsRound)
        {
            AppendMove(path, x - pen.X, y - pen.Y);
            path.Append("h0");
            return (x, y);
        }
        long top = y - _barLength / 2;
        AppendMove(path, x - pen.X, top - pen.Y);
        path.Append(CultureInfo.InvariantCulture, $"v{_barLength}");
        return (x, top + _barLength);
    }

    private static void AppendMove(StringBuilder path, long dx, long dy) =>
        path.Append(CultureInfo.InvariantCulture, $"m{dx}{(dy < 0 ? "" : " ")}{dy}");
}
