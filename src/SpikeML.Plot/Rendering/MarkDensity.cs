namespace SpikeML.Plot.Rendering;

/// <summary>
/// Covers each pixel according to the share of its steps and neurons that spike: the busiest pixels fully, a single spike enough
/// to be visible, and the rest in proportion. It is a share because pixels that contain one more step than their neighbours would
/// cause stripes.
/// </summary>
internal sealed class MarkDensity
{
    /// <summary>
    /// The minimum coverage of a single spike: black at this share is a medium grey, with a contrast of 2.6 to 1 against white.
    /// </summary>
    public const double LoneCoverage = 0.4;

    private readonly SpikeMarks _marks;
    private readonly int _width, _height;
    private readonly CellPixels _columns, _lines;

    private MarkDensity(SpikeMarks marks, int width, int height, int left, int top, double scale)
    {
        (_marks, _width, _height) = (marks, width, height);
        _columns = new CellPixels(marks.Train.NumSteps, width, step => marks.X(step) * scale - left, marks.StepWidth * scale);
        // Bars leave some room between rows, points none.
        double rowHeight = marks.Shape.IsRound ? marks.RowHeight : Math.Min(marks.RowHeight, marks.Shape.Height);
        _lines = new CellPixels(marks.Rows.Count, height, row => marks.Y(row) * scale - top, rowHeight * scale);
    }

    public static void Fill(SpikeMarks marks, MarkMask on, MarkMask off, int left, int top, double scale)
    {
        MarkDensity density = new(marks, on.Width, on.Height, left, top, scale);
        float[] onShares = density.Shares(off: false), offShares = density.Shares(off: true);
        float most = Math.Max(onShares.Max(), offShares.Max());
        Cover(onShares, most, on.Coverage);
        Cover(offShares, most, off.Coverage);
    }

    private float[] Shares(bool off)
    {
        float[] shares = new float[_width * _height];
        foreach (ref readonly SpikeEvent spike in _marks.Train.AsSpan())
        {
            if (spike.Value < 0 != off || !_marks.Shows(spike))
                continue;
            Add(spike.Step, spike.Neuron - _marks.Rows.First, shares);
        }
        return shares;
    }

    private void Add(int step, int line, float[] shares)
    {
        for (int y = _lines.First(line); y < _lines.End(line); y++)
        {
            for (int x = _columns.First(step); x < _columns.End(step); x++)
                shares[y * _width + x] += 1f / (_columns.CellsOfPixel[x] * _lines.CellsOfPixel[y]);
        }
    }

    private static void Cover(ReadOnlySpan<float> shares, float most, Span<byte> coverage)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] > 0)
                coverage[i] = (byte)Math.Round(byte.MaxValue * (LoneCoverage + (1 - LoneCoverage) * shares[i] / most));
        }
    }
}
