using OxyPlot;
using OxyPlot.Annotations;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>
/// The box of space and time, seen from the right and above: time to the right, columns to the back, rows downwards.
/// </summary>
internal sealed class SpaceTimeBox : Annotation
{
    /// <summary>The share of the box's width that time takes; columns take the rest.</summary>
    public const double TimeShare = 0.72;

    // The share of the box's height that columns take; rows take the rest.
    private const double DepthShare = 0.33;

    private const double LabelDistance = 6, TickLength = 5, LineHeight = 16;

    private const double SmallestMark = 1.5, LargestMark = 4, MarkOfPitch = 0.6;

    private readonly SpikeTrain _train;
    private readonly SpaceTimeOptions _options;
    private readonly IndexAxis _time;
    private readonly int _height, _width;
    private OxyRect _box;

    /// <param name="train">The events.</param>
    /// <param name="options">The figure's options.</param>
    /// <param name="time">The axis of time, which is not drawn itself.</param>
    public SpaceTimeBox(SpikeTrain train, SpaceTimeOptions options, IndexAxis time)
    {
        (_train, _options, _time, _height, _width) = (train, options, time, train.Shape[^2], train.Shape[^1]);
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            HasOn |= IsOn(spike);
            HasOff |= !IsOn(spike);
        }
    }

    public bool HasOn { get; }

    public bool HasOff { get; }

    private string ColumnsLabel => $"x, {_width} pixels";

    private string TimeLabel => _options.XLabel ?? TimeAxis.Label("Time", _train.NumSteps, _options.SecondsPerStep);

    public override OxyRect GetClippingRect() => PlotModel.PlotArea;

    public override void Render(IRenderContext rc)
    {
        _box = Layout();
        DrawBox(rc);
        DrawMarks(rc, isOn: false, _options.Look.OffColor);
        DrawMarks(rc, isOn: true, _options.Look.OnColor);
        DrawTimes(rc);
        DrawLabels(rc);
    }

    /// <summary>The box on the screen, as large as the labels around it allow.</summary>
    private OxyRect Layout()
    {
        OxyRect area = PlotModel.PlotArea;
        double left = area.Left + LineHeight + LabelDistance, columnsLabel = FigureStyle.TickWidth(ColumnsLabel) + LabelDistance;
        double width = Math.Min(area.Right - left, (area.Right - left - columnsLabel) / ((1 + TimeShare) / 2));
        double below = TickLength + LineHeight + (TimeLabel.Length > 0 ? LabelDistance + LineHeight : 0);
        // Lines at the edges of the area would be cut in half.
        return new OxyRect(left, area.Top + 1, Math.Max(1, width - 1), Math.Max(1, area.Height - below - 1));
    }

    /// <summary>A place on the screen, of shares of the time, the width and the height.</summary>
    private ScreenPoint Place(double time, double column, double row) => new(
        _box.Left + _box.Width * (TimeShare * time + (1 - TimeShare) * column),
        _box.Top + _box.Height * (DepthShare * (1 - column) + (1 - DepthShare) * row));

    /// <summary>The share of a value on the axis of time.</summary>
    private double TimeOf(double value) => (value - _time.ActualMinimum) / (_time.ActualMaximum - _time.ActualMinimum);

    private void DrawBox(IRenderContext rc)
    {
        // The edges at the far corner are behind the events.
        foreach ((double time, double column, double row) in ((double, double, double)[])[(1, 1, 1), (0, 0, 1), (0, 1, 0)])
            Line(rc, Place(0, 1, 1), Place(time, column, row), _options.Look.Grid);
        OxyColor ink = PlotModel.TextColor;
        foreach ((double column, double row) in ((double, double)[])[(0, 0), (0, 1), (1, 0)])
            Line(rc, Place(0, column, row), Place(1, column, row), ink);
        foreach (double time in (double[])[0, 1])
        {
            Line(rc, Place(time, 0, 0), Place(time, 0, 1), ink);
            Line(rc, Place(time, 0, 0), Place(time, 1, 0), ink);
        }
        Line(rc, Place(1, 0, 1), Place(1, 1, 1), ink);
        Line(rc, Place(1, 1, 0), Place(1, 1, 1), ink);
    }

    private void DrawMarks(IRenderContext rc, bool isOn, OxyColor color)
    {
        double step = _options.SecondsPerStep ?? 1, size = _options.MarkSize ?? Math.Clamp(MarkOfPitch * Math.Min(
            _box.Width * TimeShare / _train.NumSteps, _box.Height * (1 - DepthShare) / _height), SmallestMark, LargestMark);
        List<OxyRect> marks = [];
        foreach (ref readonly SpikeEvent spike in _train.AsSpan())
        {
            if (IsOn(spike) != isOn)
                continue;
            int pixel = spike.Neuron % (_height * _width);
            ScreenPoint place = Place(TimeOf(spike.Step * step), (pixel % _width + 0.5) / _width,
                (pixel / _width + 0.5) / _height);
            marks.Add(new(place.X - size / 2, place.Y - size / 2, size, size));
        }
        if (marks.Count > 0)
            rc.DrawRectangles(marks, color, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
    }

    private bool IsOn(in SpikeEvent spike) =>
        _train.Shape is [2, _, _] ? spike.Neuron >= _height * _width : spike.Value > 0;

    private void DrawTimes(IRenderContext rc)
    {
        _time.GetTickValues(out IList<double> times, out _, out _);
        foreach (double time in times)
        {
            ScreenPoint place = Place(TimeOf(time), 0, 1), end = place + new ScreenVector(0, TickLength);
            Line(rc, place, end, PlotModel.TextColor);
            rc.DrawText(end, _time.FormatValue(time), PlotModel.TextColor, fontSize: FigureStyle.TickSize,
                horizontalAlignment: HorizontalAlignment.Center, verticalAlignment: VerticalAlignment.Top);
        }
    }

    private void DrawLabels(IRenderContext rc)
    {
        rc.DrawText(Place(0.5, 0, 1) + new ScreenVector(0, TickLength + LineHeight + LabelDistance / 2),
            TextFit.ToWidth(TimeLabel, TimeShare * _box.Width, FigureStyle.LabelSize, mostLines: 1), PlotModel.TextColor,
            fontSize: FigureStyle.LabelSize,
            horizontalAlignment: HorizontalAlignment.Center, verticalAlignment: VerticalAlignment.Top);
        rc.DrawText(Place(1, 0.5, 1) + new ScreenVector(LabelDistance, LabelDistance), ColumnsLabel, PlotModel.TextColor,
            fontSize: FigureStyle.TickSize);
        rc.DrawText(Place(0, 0, 0.5) - new ScreenVector(LabelDistance, 0),
            TextFit.ToWidth(_options.YLabel ?? $"y, {_height} pixels", _box.Height * (1 - DepthShare), FigureStyle.TickSize,
                mostLines: 1),
            PlotModel.TextColor, fontSize: FigureStyle.TickSize, rotation: -90,
            horizontalAlignment: HorizontalAlignment.Center, verticalAlignment: VerticalAlignment.Bottom);
    }

    private static void Line(IRenderContext rc, ScreenPoint from, ScreenPoint to, OxyColor color) =>
        rc.DrawLine([from, to], color, 1, EdgeRenderingMode.Adaptive);
}
