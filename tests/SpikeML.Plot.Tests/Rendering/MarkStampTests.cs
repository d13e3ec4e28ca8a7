using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Tests.Rendering;

public class MarkStampTests
{
    [Theory]
    [InlineData(0.01, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1.5, 1, 2)]
    [InlineData(1.5, 2, 3)]
    [InlineData(5, 2, 10)]
    public void Of_has_whole_pixels_with_one_covered_fully(double diameter, double scale, int pixels)
    {
        MarkStamp stamp = MarkStamp.Of(MarkShape.Point(diameter), scale);

        Assert.Equal((pixels, pixels), (stamp.Width, stamp.Height));
        Assert.Contains(byte.MaxValue, stamp.Coverage);
    }

    [Fact]
    public void Of_covers_what_a_disc_covers()
    {
        MarkStamp stamp = MarkStamp.Of(MarkShape.Point(10), 1);

        Assert.Equal(Math.PI * 25, stamp.Coverage.Sum(coverage => coverage / 255.0), 0.5);
        Assert.Equal(stamp.Coverage, stamp.Coverage.Reverse());
    }

    [Fact]
    public void Of_fills_a_bar() =>
        Assert.Equal(Enumerable.Repeat(byte.MaxValue, 2 * 7), MarkStamp.Of(MarkShape.Bar(1, 3.5), 2).Coverage);
}
