namespace SpikeML.Tests.Encoding.Rate;

public class RateInputTests
{
    [Fact]
    public void An_offset_is_applied_to_doubles_before_they_are_rounded()
    {
        using RateInput input = new(
            new ColumnValues([1e8f, 1e8f], [1e8, 1e8 + 0.25]), new() { Gain = 2, Offset = -2e8 });
        Assert.Equal([0, 0.5f], input.Values.ToArray());
        Assert.Equal((1, 0), (input.Gain, input.Offset));
    }

    [Fact]
    public void Other_values_are_left_to_the_gain_and_the_offset()
    {
        float[] values = [0.25f, 0.5f];
        using RateInput singles = new(values, new() { Gain = 2, Offset = 3 });
        using RateInput doubles = new(new ColumnValues(values, [7, 8]), new() { Gain = 2 });
        Assert.Equal(values, singles.Values.ToArray());
        Assert.Equal((2, 3), (singles.Gain, singles.Offset));
        Assert.Equal(values, doubles.Values.ToArray());
        Assert.Equal((2, 0), (doubles.Gain, doubles.Offset));
    }
}
