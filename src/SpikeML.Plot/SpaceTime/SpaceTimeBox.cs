using System.Globalization;
using OxyPlot;
using OxyPlot.Annotations;

namespace SpikeML.Plot;

/// <summary>
/// The box of space and time, seen from the left and above: time to the right, columns to the back, rows downwards.
/// </summary>
internal sealed class SpaceTimeBox(SpikeTrain train, SpaceTimeOptions options) : Annotation
{
    // Shares of the plot's width and height: where the box begins, and what time, columns and rows take.
    private const double Left = 0.05, Top = 0.04, TimeWidth = 0.66, DepthWidth = 0.26, DepthHeight = 0.28, RowHeight = 0.56;

    private const double LabelDistance = 6;

    private readonly int _height = train.Shape[^2], _width = train.Shape[^1];

    public override OxyRect GetClippingRect() => PlotModel.PlotArea;

    public override void Render(IRenderContext rc)
    {
        DrawBox(rc);
        DrawMarks(rc, isOn: false, options.Look.OffColor);
        DrawMarks(rc, isOn: true, options.Look.OnColor);
        DrawLabels(rc);
    }

    /// <summary>A place on the screen, of shares of the time, the width and the height.</summary>
    internal ScreenPoint Place(double time, double column, double row)
    {
        OxyRect area = PlotModel.PlotArea;
        return new(area.Left + area.Width * (Left + TimeWidth * time + DepthWidth * column),
            area.Top + area.Height * (Top + DepthHeight * (1 - column) + RowHeight * row));
    }

    private void DrawBox(IRenderContext rc)
    {
        OxyColor ink = PlotModel.TextColor;
        foreach ((double column, double row) in ((double, double)[])[(0, 0), (0, 1), (1, 0), (1, 1)])
            rc.DrawLine([Place(0, column, row), Place(1, column, row)], ink, 0.5, EdgeRenderingMode.Adaptive);
        foreach (double time in (double[])[0, 1])
            rc.DrawLine([Place(time, 0, 0), Place(time, 1, 0), Place(time, 1, 1), Place(time, 0, 1), Place(time, 0, 0)], ink, 0.5,
                EdgeRenderingMode.Adaptive);
    }

    private void DrawMarks(IRenderContext rc, bool isOn, OxyColor color)
    {
        List<OxyRect> marks = [];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (IsOn(spike) != isOn)
                continue;
            int pixel = spike.Neuron % (_height * _width);
            ScreenPoint place = Place((spike.Step + 0.5) / train.NumSteps, (pixel % _width + 0.5) / _width,
                (pixel / _width + 0.5) / _height);
            marks.Add(new(place.X - options.MarkSize / 2, place.Y - options.MarkSize / 2, options.MarkSize, options.MarkSize));
        }
        rc.DrawRectangles(marks, color, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
    }

    private bool IsOn(in SpikeEvent spike) => train.Shape is [2, _, _] ? spike.Neuron >= _height * _width : spike.Value > 0;

    private void DrawLabels(IRenderContext rc)
    {
        double length = train.NumSteps * (options.SecondsPerStep ?? 1);
        if (options.SecondsPerStep is double seconds)
            length /= TimeAxis.Unit(train.NumSteps, seconds).Size;
        Label(rc, Place(0, 0, 1), "0", HorizontalAlignment.Center);
        Label(rc, Place(1, 0, 1), length.ToString("0.###", CultureInfo.InvariantCulture), HorizontalAlignment.Center);
        Label(rc, Place(0.5, 0, 1), options.XLabel ?? TimeAxis.Label("Time", train.NumSteps, options.SecondsPerStep),
            HorizontalAlignment.Center);
        Label(rc, Place(1, 0.5, 1), $"x, {_width} pixels", HorizontalAlignment.Left);
        rc.DrawText(Place(0, 0, 0.5) - new ScreenVector(LabelDistance, 0), options.YLabel ?? $"y, {_height} pixels",
            PlotModel.TextColor, fontSize: FigureStyle.TickSize, rotation: -90,
            horizontalAlignment: HorizontalAlignment.Center, verticalAlignment: VerticalAlignment.Bottom);
    }

    private void Label(IRenderContext rc, ScreenPoint place, string text, HorizontalAlignment alignment) =>
        rc.DrawText(place + new ScreenVector(LabelDistance, LabelDistance), text, PlotModel.TextColor,
            fontSize: FigureStyle.TickSize, horizontalAlignment: alignment, verticalAlignment: VerticalAlignment.Top);
}
