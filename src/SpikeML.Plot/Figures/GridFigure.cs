using OxyPlot;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>A grid of figures as a single figure.</summary>
public sealed class GridFigure : Figure
{
    private readonly GridLayout _layout;
    private readonly string? _title;
    private readonly OxyRect[] _cells;

    internal GridFigure(IReadOnlyList<Figure> figures, GridLayout layout, FigureSize size, FigureTheme theme, string? title)
        : base(size, theme)
    {
        Figures = figures;
        _layout = layout;
        _title = title;
        _cells = _layout.Cells(new OxyRect(0, TitleHeight(title, size.Width), size.Width,
            size.Height - TitleHeight(title, size.Width)));
    }

    /// <summary>The figures, row by row.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    internal static GridFigure Of(IReadOnlyList<Figure> figures, GridOptions options)
    {
        GridLayout layout = new(figures, options.ColumnsFor(figures.Count));
        int width = options.Width ?? layout.Width;
        string? title = string.IsNullOrEmpty(options.Title)
            ? null : TextFit.ToWidth(options.Title, width * 0.9, FigureStyle.TitleSize, FigureStyle.MostTitleLines);
        FigureSize size = new(width, options.Height ?? layout.Height + (int)Math.Ceiling(TitleHeight(title, width)),
            options.Scale);
        return new GridFigure(figures, layout, size, options.Theme ?? figures[0].Theme, title);
    }

    internal override void Draw(IRenderContext context, OxyRect area)
    {
        context.DrawRectangle(area, Theme.Background, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
        if (_title is not null)
            context.DrawText(new ScreenPoint(area.Left + area.Width / 2, area.Top + FigureStyle.Margin), _title, Theme.Ink,
                fontSize: FigureStyle.TitleSize, horizontalAlignment: HorizontalAlignment.Center);
        for (int i = 0; i < Figures.Count; i++)
            Figures[i].Draw(context, _cells[i].Offset(area.Left, area.Top));
    }

    /// <summary>Gives all figures the same space for labels: the most that any of them needs.</summary>
    internal void AlignMargins(IReadOnlyList<PlotFigure> figures)
    {
        (double left, double bottom) = (0, 0);
        for (int i = 0; i < figures.Count; i++)
        {
            OxyThickness margins = figures[i].Margins(_cells[i].Width, _cells[i].Height);
            (left, bottom) = (Math.Max(left, margins.Left), Math.Max(bottom, margins.Bottom));
        }
        foreach (PlotFigure figure in figures)
            figure.Model.PlotMargins = new OxyThickness(Math.Ceiling(left), double.NaN, double.NaN, Math.Ceiling(bottom));
    }

    private static double TitleHeight(string? title, int width) =>
        title is null || width <= 0 ? 0 : TextBlock.Measure(title, FigureStyle.TitleSize, FontWeights.Normal).Height
            + FigureStyle.Margin;
}
