namespace SpikeML.Plot.Rendering;

/// <summary>
/// Covers each pixel by the share of its steps and neurons that spike: the busiest wholly, a lone spike enough to be seen, and the rest
/// between them in proportion. A share, since pixels that happen to hold one step more than their neighbours would make stripes.
/// </summary>
internal sealed class MarkDensity
{
    /// <summary>What a lone spike covers at least: black at this share is a middle grey, of contrast 2.6 to 1 against white.</summary>
    public const double LoneCoverage = 0.4;

    private readonly int _width, _height, _left, _top;
    private readonly double _scale;
    private readonly SpikeMarks _marks;
    private readonly int[] _stepsOfColumn, _neuronsOfLine;

    private MarkDensity(SpikeMarks marks, int width, int height, int left, int top, double scale)
    {
        (_marks, _width, _height, _left, _top, _scale) = (marks, width, height, left, top, scale);
        (_stepsOfColumn, _neuronsOfLine) = (new int[width], new int[height]);
        for (int step = 0; step < marks.Train.NumSteps; step++)
            Count(_stepsOfColumn, X(step));
        for (int neuron = 0; neuron < marks.Rows.Count; neuron++)
            Count(_neuronsOfLine, Y(marks.Rows.FirstRow + neuron));
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
            int x = X(spike.Step), y = Y(_marks.RowOf(spike));
            if ((uint)x < (uint)_width && (uint)y < (uint)_height)
                shares[y * _width + x] += 1f / (_stepsOfColumn[x] * _neuronsOfLine[y]);
        }
        return shares;
    }

    private int X(int step) => (int)Math.Floor(_marks.X(step) * _scale - _left);

    private int Y(int row) => (int)Math.Floor(_marks.Y(row) * _scale - _top);

    private static void Count(int[] counts, int place)
    {
        if ((uint)place < (uint)counts.Length)
            counts[place]++;
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
