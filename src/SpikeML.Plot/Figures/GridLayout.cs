using OxyPlot;

namespace SpikeML.Plot;

/// <summary>The layout of a grid: a column is as wide as its widest figure, and a row as high as its tallest.</summary>
internal sealed class GridLayout
{
    private readonly int[] _widths, _heights;
    private readonly int _count;

    public GridLayout(IReadOnlyList<Figure> figures, int columns)
    {
        _count = figures.Count;
        _widths = new int[columns];
        _heights = new int[(figures.Count + columns - 1) / columns];
        for (int i = 0; i < figures.Count; i++)
        {
            _widths[i % columns] = Math.Max(_widths[i % columns], figures[i].Width);
            _heights[i / columns] = Math.Max(_heights[i / columns], figures[i].Height);
        }
    }

    public int Width => _widths.Sum();

    public int Height => _heights.Sum();

    /// <summary>The rectangles of the figures in an area, stretched to fill it, with edges on whole pixels.</summary>
    public OxyRect[] Cells(OxyRect area)
    {
        double[] lefts = Edges(_widths, area.Left, area.Width), tops = Edges(_heights, area.Top, area.Height);
        OxyRect[] cells = new OxyRect[_count];
        for (int i = 0; i < _count; i++)
        {
            (int row, int column) = Math.DivRem(i, _widths.Length);
            cells[i] = new OxyRect(lefts[column], tops[row], lefts[column + 1] - lefts[column], tops[row + 1] - tops[row]);
        }
        return cells;
    }

    private static double[] Edges(int[] lengths, double start, double total)
    {
        double[] edges = new double[lengths.Length + 1];
        double sum = lengths.Sum(), passed = 0;
        edges[0] = Math.Round(start);
        for (int i = 0; i < lengths.Length; i++)
        {
            passed += lengths[i];
            edges[i + 1] = Math.Round(start + total * passed / sum);
        }
        return edges;
    }
}
