using System.Globalization;

namespace SpikeML.Plot.Tests.Export;

public class SpikeTrainExportTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(2, 3, -1), new(0, 5, 1), new(0, 1, 0.25f),
        new(9, 0, 1e-7f)], 10, 6);

    [Fact]
    public void SaveCsv_writes_events_in_time_order_whatever_the_culture()
    {
        using TemporaryFolder folder = new();
        CultureInfo before = CultureInfo.CurrentCulture, other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "~");
        CultureInfo.CurrentCulture = other;
        try
        {
            Train.SaveCsv(folder.File("a.txt"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal("step,neuron,value\n0,1,0.25\n0,5,1\n2,3,-1\n9,0,1E-07\n", File.ReadAllText(folder.File("a.txt")));
    }

    [Fact]
    public void SaveCsv_of_no_spikes_has_the_header_alone()
    {
        using TemporaryFolder folder = new();
        SpikeTrain.FromEvents([], 3, 3).SaveCsv(folder.File("a.csv"));

        Assert.Equal("step,neuron,value\n", File.ReadAllText(folder.File("a.csv")));
    }

    [Fact]
    public void SaveRaster_writes_the_neuron_of_the_options_alone()
    {
        using TemporaryFolder folder = new();
        Train.SaveRaster(folder.File("a.csv"), new() { Neuron = 5 });

        Assert.Equal("step,neuron,value\n0,5,1\n", File.ReadAllText(folder.File("a.csv")));
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("a.svg")]
    public void SaveRaster_writes_what_the_figure_saves(string name)
    {
        using TemporaryFolder folder = new();
        Train.SaveRaster(folder.File(name), new() { Title = "Same" });
        SpikePlot.Raster(Train, new() { Title = "Same" }).Save(folder.File("figure-" + name));

        Assert.Equal(File.ReadAllBytes(folder.File("figure-" + name)), File.ReadAllBytes(folder.File(name)));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.png")]
    public void SaveRaster_refuses_a_neuron_that_the_train_lacks(string name)
    {
        using TemporaryFolder folder = new();
        Assert.Throws<ArgumentOutOfRangeException>("Neuron", () => Train.SaveRaster(folder.File(name), new() { Neuron = 6 }));
        Assert.Empty(folder.FileNames);
    }
}
