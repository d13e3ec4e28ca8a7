namespace SpikeML.Plot.Tests.Rasters;

public class RasterOptionsTests
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(0, 0, 1)], 5, 4);

    public static TheoryData<RasterOptions, string, string> Refused { get; } = new()
    {
        { new() { Neuron = -1 }, "Neuron", "Neuron must be 0 to 3" },
        { new() { Neuron = 4 }, "Neuron", "Neuron must be 0 to 3" },
        { new() { Mark = (RasterMark)9 }, "Mark", "Automatic, Point or Bar" },
        { new() { MarkSize = 0 }, "MarkSize", "above 0 and at most 1000" },
        { new() { MarkSize = double.NaN }, "MarkSize", "above 0 and at most 1000" },
        { new() { MarkSize = 1001 }, "MarkSize", "above 0 and at most 1000" },
        { new() { SecondsPerStep = 0 }, "SecondsPerStep", "a finite number above 0" },
        { new() { SecondsPerStep = double.PositiveInfinity }, "SecondsPerStep", "a finite number above 0" },
        { new() { LeastGroupHeight = -1 }, "LeastGroupHeight", "0 to 1000 pixels" },
        { new() { Steps = 2..2 }, "Steps", "at least one of the train's 5 steps" },
        { new() { Steps = ..6 }, "Steps", "at least one of the train's 5 steps" },
        { new() { Steps = ^6.. }, "Steps", "at least one of the train's 5 steps" },
        { new() { Order = (NeuronOrder)3 }, "Order", "Index, Rate or FirstSpike" },
        { new() { Order = NeuronOrder.Rate, Neuron = 1 }, "Order", "one neuron has no order" },
        { new() { Order = NeuronOrder.Rate, Groups = [new("a", 4)] }, "Order", "use Classes" },
        { new() { Classes = ["a"] }, "Classes", "one entry for each neuron of the train (4)" },
        { new() { Classes = ["a", "b", "a", "b"], Labels = ["1", "2", "3", "4"] }, "Classes", "cannot be combined" },
        { new() { Theme = new FigureTheme { GroupColors = [] } }, "GroupColors", "at least one colour" },
        { new() { Width = 99 }, "Width", "must be 100 to 20000" },
        { new() { Height = 20_001 }, "Height", "must be 60 to 20000" },
        { new() { Scale = 0.2 }, "Scale", "must be 0.25 to 16" },
        { new() { Scale = double.NaN }, "Scale", "must be 0.25 to 16" },
        { new() { Width = 10_000, Height = 10_000, Scale = 4 }, "Scale", "40000 x 40000 pixels exceed the limit of "
            + "100,000,000" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Raster_refuses_an_option_outside_its_range(RasterOptions options, string name, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => SpikePlot.Raster(Train, options));

        Assert.Equal(name, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 800, 160)]
    [InlineData(3, 800, 180)]
    [InlineData(10, 800, 330)]
    [InlineData(50, 800, 400)]
    [InlineData(784, 800, 482)]
    [InlineData(10_000, 800, 500)]
    public void Raster_has_a_size_of_its_own_when_none_is_given(int neurons, int width, int height)
    {
        PlotFigure figure = SpikePlot.Raster(SpikeTrain.FromEvents([], 10, neurons));

        Assert.Equal((width, height), (figure.Width, figure.Height));
    }
}
