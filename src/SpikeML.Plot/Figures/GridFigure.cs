using OxyPlot;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot;

/// <summary>A grid of figures as a single figure.</summary>
public sealed class GridFigure : Figure
{
    private readonly GridLayout _layout;
    private readonly string? _title;
    private readonly OxyRect[] _cells;

    internal GridFigure(IReadOnlyList<Figure> figures, GridLayout layout, FigureSize size, string? title)
        : base(size)
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
            ? null : TextWrap.ToWidth(options.Title, width * 0.9, FigureTheme.TitleSize);
        FigureSize size = new(width, options.Height ?? layout.Height + (int)Math.Ceiling(TitleHeight(title, width)),
            options.Scale);
        return new GridFigure(figures, layout, size, title);
    }

    internal override void Draw(IRenderContext context, OxyRect area)
    {
        context.DrawRectangle(area, OxyColors.White, OxyColors.Undefined, 0, EdgeRenderingMode.Adaptive);
        if (_title is not null)
            context.DrawText(new ScreenPoint(area.Left + area.Width / 2, area.Top + FigureTheme.Margin), _title, FigureTheme.Ink,
                fontSize: FigureTheme.TitleSize, horizontalAlignment: HorizontalAlignment.Center);
        for (int i = 0; i < Figures.Count; i++)
            Figures[i].Draw(context, _cells[i].Offset(area.Left, area.Top));
    }

    private static double TitleHeight(string? title, int width) =>
        title is null || width <= 0 ? 0 : TextBlock.Measure(title, FigureTheme.TitleSize, FontWeights.Normal).Height
            + FigureTheme.Margin;
}
