using System.Xml.Linq;

namespace SpikeML.Plot.Tests.Figures;

public class FigureTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(0, 0, 1), new(3, 2, 1)], 5, 4);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    public void ToPng_has_the_size_times_the_scale(double scale)
    {
        using Picture picture = new(SpikePlot.Raster(Train, new() { Width = 300, Height = 200, Scale = scale }).ToPng());

        Assert.Equal((300 * scale, 200 * scale), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(1, "300", "200")]
    [InlineData(2, "600", "400")]
    public void ToSvg_has_the_size_times_the_scale_and_a_view_box(double scale, string width, string height)
    {
        XElement svg = XElement.Parse(SpikePlot.Raster(Train, new() { Width = 300, Height = 200, Scale = scale }).ToSvg());

        Assert.Equal((width, height), ((string?)svg.Attribute("width"), (string?)svg.Attribute("height")));
        Assert.Equal("0 0 300 200", (string?)svg.Attribute("viewBox"));
    }

    [Theory]
    [InlineData("<b> & \"quotes\" 'too'")]
    [InlineData("ΔV ≥ 4")]
    [InlineData("]]> <!-- -->")]
    public void ToSvg_escapes_the_title(string title)
    {
        XElement svg = XElement.Parse(SpikePlot.Raster(Train, new() { Title = title }).ToSvg());

        Assert.Contains(title, svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value));
    }

    [Fact]
    public void ToPng_and_ToSvg_give_the_same_each_time()
    {
        PlotFigure figure = SpikePlot.Raster(Train, new() { Title = "Twice" });

        Assert.Equal(figure.ToPng(), figure.ToPng());
        Assert.Equal(figure.ToSvg(), figure.ToSvg());
    }

    [Fact]
    public void Save_writes_the_document_of_ToSvg()
    {
        using TemporaryFolder folder = new();
        PlotFigure figure = SpikePlot.Raster(Trains.Scattered(300, 60, 5000, offEvery: 3), new() { Title = "µ < \"—\" 😀\n2" });
        figure.Save(folder.File("a.svg"));

        Assert.Equal(figure.ToSvg(), File.ReadAllText(folder.File("a.svg")));
        Assert.Equal((byte)'<', File.ReadAllBytes(folder.File("a.svg"))[0]);
    }

    [Theory]
    [InlineData("a.png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })]
    [InlineData("a.PNG", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })]
    [InlineData("a.pdf", new[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F' })]
    [InlineData("a.b.svg", new[] { (byte)'<', (byte)'s', (byte)'v', (byte)'g' })]
    public void Save_writes_what_the_extension_says(string name, byte[] start)
    {
        using TemporaryFolder folder = new();
        SpikePlot.Raster(Train).Save(folder.File(name));

        Assert.Equal(start, File.ReadAllBytes(folder.File(name))[..start.Length]);
        Assert.Equal([name], folder.FileNames);
    }

    [Theory]
    [InlineData("a.gif")]
    [InlineData("png")]
    [InlineData("a.csv")]
    public void Save_refuses_an_unknown_extension(string name)
    {
        using TemporaryFolder folder = new();
        var error = Assert.Throws<ArgumentException>(() => SpikePlot.Raster(Train).Save(folder.File(name)));

        Assert.Contains("Known extensions are .png, .svg, .pdf.", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.FileNames);
    }

    [Fact]
    public void ToPng_tells_of_an_error_instead_of_drawing_it()
    {
        PlotFigure figure = SpikePlot.Raster(Train);
        figure.Model.Axes[0].AbsoluteMinimum = 5;
        figure.Model.Axes[0].AbsoluteMaximum = 1;

        var error = Assert.Throws<InvalidOperationException>(figure.ToPng);
        Assert.Contains("The figure could not be drawn: ", error.Message, StringComparison.Ordinal);
    }
}
