using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Targets;

/// <summary>The number of classes is the option, or that of the key, or what the labels show.</summary>
public class TargetClassesTests
{
    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData(null, 5)]
    [InlineData(7, 7)]
    public void Fit_takes_the_option_or_the_number_of_keys(int? numClasses, int expected)
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row { Label = 2 }, new Row { Label = 3 }]);
        Assert.Equal(expected, Fit(data, new RateTargetEncodingOptions { NumSteps = 2, NumClasses = numClasses }));
        Assert.Equal(expected, Fit(data, new LatencyTargetEncodingOptions { NumClasses = numClasses }));
    }

    [Fact]
    public void Fit_takes_the_largest_label_of_numbers()
    {
        IDataView data = OneColumn.Of(_context, "Label", [1], [[2f], [1f]]);
        Assert.Equal(3, Fit(data, new RateTargetEncodingOptions { NumSteps = 2 }));
        Assert.Equal(3, Fit(data, new LatencyTargetEncodingOptions()));
    }

    [Fact]
    public void Targets_may_be_silent_on_purpose()
    {
        Assert.False(new RateTargetEncodingOptions().ShouldFire);
        Assert.False(new LatencyTargetEncodingOptions().ShouldFire);
    }

    private int Fit(IDataView data, SpikeCode code) => OneColumn.Dimensions(
        _context.Transforms.Spikes.Encode([new("Targets", "Label")], code).Fit(data).Transform(data), "Targets")[^1];

    private sealed class Row
    {
        [KeyType(5)]
        public uint Label { get; set; }
    }
}
