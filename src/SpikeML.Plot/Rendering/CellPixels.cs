namespace SpikeML.Plot.Rendering;

/// <summary>The device pixels of equally wide cells along one direction; cells wider than a pixel leave no gaps.</summary>
internal sealed class CellPixels
{
    private readonly int[] _first, _end;

    /// <param name="count">The number of cells.</param>
    /// <param name="length">The number of pixels; pixels outside belong to no cell.</param>
    /// <param name="middle">The middle of each cell, in pixels.</param>
    /// <param name="width">The width of the cells in pixels.</param>
    public CellPixels(int count, int length, Func<int, double> middle, double width)
    {
        (_first, _end, CellsOfPixel) = (new int[count], new int[count], new int[length]);
        for (int cell = 0; cell < count; cell++)
        {
            double centre = middle(cell);
            int first = width < 1 ? (int)Math.Floor(centre) : (int)Math.Round(centre - width / 2);
            int end = width < 1 ? first + 1 : (int)Math.Round(centre + width / 2);
            (_first[cell], _end[cell]) = (Math.Max(0, first), Math.Min(length, end));
            for (int pixel = _first[cell]; pixel < _end[cell]; pixel++)
                CellsOfPixel[pixel]++;
        }
        // Otherwise, a pixel at the edge that only a few cells reach would look busiest.
        int usual = (int)(1 / width);
        for (int pixel = 0; pixel < length; pixel++)
            CellsOfPixel[pixel] = Math.Max(CellsOfPixel[pixel], usual);
    }

    /// <summary>The number of cells that share each pixel, or would if it were not at the edge.</summary>
    public int[] CellsOfPixel { get; }

    public int First(int cell) => _first[cell];

    public int End(int cell) => _end[cell];
}
