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
    // For each sign and shade, the path data; null without such spikes.
    private readonly SvgPen?[] _on, _off;

    private SvgMarks(SpikeMarks marks)
    {
        _marks = marks;
        _unitsPerRow = (long)Math.Ceiling(marks.RowHeight / Math.Min(FinestPixels, marks.StepWidth / 2));
        _unit = marks.RowHeight / _unitsPerRow;
        _barLength = Math.Max(1, (long)Math.Round(marks.Shape.Height / _unit));
        (_on, _off) = (new SvgPen?[marks.Levels], new SvgPen?[marks.Levels]);
    }

    public bool IsRound => _marks.Shape.IsRound;

    public string Transform => $"translate({SvgNumber.FormatFactor(_marks.Origin.X)} {SvgNumber.FormatFactor(_marks.Origin.Y)}) "
        + $"scale({SvgNumber.FormatFactor(_unit)})";

    /// <summary>The stroke width in lattice units.</summary>
    public double StrokeWidth => _marks.Shape.Width / _unit;

    public static SvgMarks Of(SpikeMarks marks)
    {
        SvgMarks result = new(marks);
        foreach (ref readonly SpikeEvent spike in marks.Train.AsSpan())
        {
            if (marks.Shows(spike))
                result.Draw(spike);
        }
        return result;
    }

    /// <summary>
    /// A disc is a zero-length line with round ends, a bar is a vertical line; null if there are no such spikes.
    /// </summary>
    public StringBuilder? Path(bool off, int level) => (off ? _off : _on)[level]?.Path;

    private void Draw(in SpikeEvent spike)
    {
        SvgPen pen = (spike.Value < 0 ? _off : _on)[_marks.LevelOf(spike)] ??= new SvgPen();
        long x = (long)Math.Round(spike.Step * _marks.StepWidth / _unit);
        long y = -_marks.RowOf(spike) * _unitsPerRow;
        if (IsRound)
            pen.Dot(x, y);
        else
            pen.Bar(x, y - _barLength / 2, _barLength);
    }
}
