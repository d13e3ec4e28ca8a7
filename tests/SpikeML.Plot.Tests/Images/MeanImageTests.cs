using OxyPlot;

namespace SpikeML.Plot.Tests.Images;

public class MeanImageTests
{
    private const int Border = 10, Cell = 56;

    /// <summary>Five columns and two rows, the means rising from 0 to 0.9.</summary>
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents(
        from neuron in Enumerable.Range(0, 10) from step in Enumerable.Range(0, neuron) select new SpikeEvent(step, neuron, 1),
            10, 2, 5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void MeanImage_has_the_colour_of_its_mean_in_every_pixel_of_a_cell(int scale)
    {
        using Picture picture = new(SpikePlot.MeanImage(Train, new() { Scale = scale }).ToPng());

        for (int y = 0; y < 2 * Cell * scale; y++)
        {
            for (int x = 0; x < 5 * Cell * scale; x++)
            {
                int neuron = y / (Cell * scale) * 5 + x / (Cell * scale);
                Assert.Equal(ColorMap.Binary[neuron / 10.0].ToUint(), (uint)picture[Border * scale + x, Border * scale + y]);
            }
        }
    }

    [Fact]
    public void MeanImage_has_a_faint_frame()
    {
        using Picture picture = new(SpikePlot.MeanImage(Train).ToPng());

        foreach ((int x, int y) in new[] { (Border - 1, 60), (Border + 5 * Cell, 60), (60, Border - 1), (60, Border + 2 * Cell) })
            Assert.Equal(0xFFE4E4E4, (uint)picture[x, y]);
    }

    [Fact]
    public void MeanImage_stretches_its_colours_when_asked_to()
    {
        using Picture picture = new(SpikePlot.MeanImage(Train, new() { Maximum = null, Colors = ColorMap.Viridis }).ToPng());

        Assert.Equal(ColorMap.Viridis[1].ToUint(), (uint)picture[Border + 4 * Cell + 5, Border + Cell + 5]);
    }

    [Fact]
    public void MeanImages_stand_side_by_side_under_their_titles()
    {
        GridFigure figure = SpikePlot.MeanImages([Train, Train], ["Gain = 1", "Gain = 0.25"]);

        Assert.Equal(2 * SpikePlot.MeanImage(Train, new() { Title = "a" }).Width, figure.Width);
        Assert.Contains(">Gain = 1</text>", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains(">Gain = 0.25</text>", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("titles", () => SpikePlot.MeanImages([Train], ["a", "b"]));
    }

    [Fact]
    public void MeanImage_refuses_a_maximum_of_0() =>
        Assert.Throws<ArgumentOutOfRangeException>("Maximum", () => SpikePlot.MeanImage(Train, new() { Maximum = 0 }));

    [Fact]
    public void Maps_run_from_their_first_to_their_last_colour()
    {
        Assert.Equal((OxyColor.FromRgb(0x0D, 0x08, 0x87), OxyColor.FromRgb(0xF0, 0xF9, 0x21)),
            (ColorMap.Plasma[0], ColorMap.Plasma[1]));
        Assert.Equal((OxyColor.FromRgb(0x44, 0x01, 0x54), OxyColor.FromRgb(0xFD, 0xE7, 0x25)),
            (ColorMap.Viridis[-1], ColorMap.Viridis[2]));
        Assert.Equal((OxyColors.Black, OxyColors.White), (ColorMap.Grey[double.NaN], ColorMap.Grey[1]));
        Assert.Equal((OxyColors.White, OxyColors.Black), (ColorMap.Binary[0], ColorMap.Binary[1]));
    }
}
