namespace SpikeML.Tests.Encoding.PulseWidth;

public class PulseWidthEncodingOptionsTests
{
    public static TheoryData<PulseWidthEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { MaxFitRows = 0 }, "MaxFitRows", 0, "MaxFitRows must be at least 1." },
        { new() { Period = 1 }, "Period", 1, "Period must be 2 to 1,000,000." },
        { new() { Period = 1_000_001 }, "Period", 1_000_001, "Period must be 2 to 1,000,000." },
        { new() { Lowest = double.NaN }, "Lowest", double.NaN, "Lowest must be a finite number in single precision." },
        { new() { Lowest = -1e39 }, "Lowest", -1e39, "Lowest must be a finite number in single precision." },
        { new() { Highest = double.NaN }, "Highest", double.NaN, "Highest must be a finite number in single precision." },
        { new() { Highest = -1e39 }, "Highest", -1e39, "Highest must be a finite number in single precision." },
        { new() { Lowest = 0.5, Highest = 0.5 }, "Highest", 0.5, "Highest must be above Lowest (0.5)." },
        { new() { Lowest = 0.5, Highest = 0.25 }, "Highest", 0.25, "Highest must be above Lowest (0.5)." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        PulseWidthEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new PulseWidthEncodingOptions { MaxFitRows = 1 }, new PulseWidthEncodingOptions { Period = 2 },
        new PulseWidthEncodingOptions { Period = 1_000_000 }, new PulseWidthEncodingOptions { Lowest = -float.MaxValue },
        new PulseWidthEncodingOptions { Lowest = float.MaxValue }, new PulseWidthEncodingOptions { Highest = -float.MaxValue },
        new PulseWidthEncodingOptions { Highest = float.MaxValue },
        new PulseWidthEncodingOptions { Lowest = 0.5, Highest = 0.75 });

    [Fact]
    public void IsOpen_until_the_period_and_both_ends_of_the_range_are_set()
    {
        PulseWidthEncodingOptions set = new() { Period = 8, Lowest = 0, Highest = 1 };
        Assert.False(set.IsOpen);
        Assert.All([set with { Period = null }, set with { Lowest = null }, set with { Highest = null }],
            (PulseWidthEncodingOptions options) => Assert.True(options.IsOpen));
    }

    [Fact]
    public void Decoding_needs_no_initial_values() => Assert.False(new PulseWidthEncodingOptions().StartsAtInitialValue);
}
