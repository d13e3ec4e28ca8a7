using OxyPlot;
using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Tests.Rendering;

public class MarkMaskTests
{
    private static readonly MarkStamp Square = MarkStamp.Of(MarkShape.Bar(2, 2), 1);

    [Theory]
    [InlineData(2, 2, new[] { 5, 6, 9, 10 })]
    [InlineData(0, 0, new[] { 0 })]
    [InlineData(4, 4, new[] { 15 })]
    [InlineData(-3, 2, new int[0])]
    [InlineData(2, 9, new int[0])]
    public void Stamp_covers_what_lies_inside(double x, double y, int[] covered)
    {
        MarkMask mask = new(4, 4);
        mask.Stamp(Square, x, y);

        Assert.Equal(covered, from i in Enumerable.Range(0, 16) where mask.Coverage[i] == byte.MaxValue select i);
    }

    [Fact]
    public void Paint_mixes_colours_where_both_lie_and_premultiplies()
    {
        MarkMask on = new(4, 1), off = new(4, 1);
        on.Coverage[0] = on.Coverage[1] = off.Coverage[1] = 255;
        off.Coverage[2] = 51;
        uint[] pixels = [7, 7, 7, 7];
        MarkMask.Paint(on, OxyColor.FromRgb(0, 0, 200), off, OxyColor.FromRgb(100, 50, 0), pixels);

        Assert.Equal([0xFF0000C8, 0xFF321964, 0x33140A00, 0], pixels);
    }
}
