namespace SpikeML.Plot.Rendering;

/// <summary>
/// The device pixels of each of equally wide cells along one direction: cells wider than a pixel leave none between them.
/// </summary>
internal sealed class CellPixels
{
    private readonly int[] _first, _end;

    /// <param name="count">The number of cells.</param>
    /// <param name="length">The number of pixels; what lies outside belongs to no cell.</param>
    /// <param name="middle">The middle of each cell, in pixels.</param>
    /// <param name="width">The cells' width in pixels.</param>
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
        // A pixel at the edge that only a few cells reach into would look the busiest of all.
        int usual = (int)(1 / width);
        for (int pixel = 0; pixel < length; pixel++)
            CellsOfPixel[pixel] = Math.Max(CellsOfPixel[pixel], usual);
    }

    /// <summary>How many cells share each pixel, or would if it did not lie at the edge.</summary>
    public int[] CellsOfPixel { get; }

    public int First(int cell) => _first[cell];

    public int End(int cell) => _end[cell];
}
