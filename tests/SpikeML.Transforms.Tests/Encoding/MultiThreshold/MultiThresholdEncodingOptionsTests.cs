namespace SpikeML.Tests.Encoding.MultiThreshold;

public class MultiThresholdEncodingOptionsTests
{
    public static TheoryData<MultiThresholdEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { MaxFitRows = 0 }, "MaxFitRows", 0, "MaxFitRows must be at least 1." },
        { new() { NumThresholds = 1 }, "NumThresholds", 1, "NumThresholds must be 2 to 1024." },
        { new() { NumThresholds = 1025 }, "NumThresholds", 1025, "NumThresholds must be 2 to 1024." },
        { new() { Lowest = double.NaN }, "Lowest", double.NaN, "Lowest must be a finite number in single precision." },
        { new() { Lowest = -1e39, Highest = 0 }, "Lowest", -1e39, "Lowest must be a finite number in single precision." },
        { new() { Highest = 1e39 }, "Highest", 1e39, "Highest must be a finite number in single precision." },
        { new() { Lowest = 2, Highest = 2 }, "Highest", 2.0, "Highest must be above Lowest (2)." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        MultiThresholdEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new MultiThresholdEncodingOptions { MaxFitRows = 1 }, new MultiThresholdEncodingOptions { NumThresholds = null },
        new MultiThresholdEncodingOptions { NumThresholds = 2 }, new MultiThresholdEncodingOptions { NumThresholds = 1024 },
        new MultiThresholdEncodingOptions { Lowest = -float.MaxValue, Highest = float.MaxValue },
        new MultiThresholdEncodingOptions { Lowest = 0, Highest = double.Epsilon });

    [Fact]
    public void Candidates_leave_up_to_a_fifth_of_the_range_at_each_end()
    {
        MultiThresholdEncodingOptions[] candidates = Candidates([-50, 50], new() { NumThresholds = null });
        Assert.Equal(5 * 11 * 11, candidates.Distinct().Count());
        Assert.Equal([2, 4, 8, 16, 32], candidates.Select(code => code.NumThresholds!.Value).Distinct());
        for (int part = 0; part < 11; part++)
        {
            Assert.Equal((-50 + 2 * part, 50.0), (candidates[11 * part].Lowest, candidates[11 * part].Highest));
            Assert.Equal((-50.0, 50 - 2 * part), (candidates[part].Lowest, candidates[part].Highest));
        }
    }

    [Theory]
    [InlineData(7f, 0.0, 7.0)]
    [InlineData(0.25f, -0.75, 0.25)]
    [InlineData(-7f, -14.0, -7.0)]
    public void Candidates_for_a_constant_have_its_value_as_highest_threshold(float constant, double lowest, double highest)
    {
        MultiThresholdEncodingOptions only = Assert.Single(Candidates([constant, constant], new() { NumThresholds = null }));
        Assert.Equal((2, lowest, highest), (only.NumThresholds!.Value, only.Lowest!.Value, only.Highest!.Value));
        Assert.Equal(5, Assert.Single(Candidates([constant, constant], new() { NumThresholds = 5 })).NumThresholds);
    }

    [Theory]
    [InlineData(90.0, null, 90.0, 180.0)]
    [InlineData(0.5, null, 0.5, 1.5)]
    [InlineData(null, -90.0, -180.0, -90.0)]
    public void Candidates_for_data_beyond_the_given_threshold_add_one_as_far_from_it_as_it_is_from_0(
        double? lowest, double? highest, double expectedLowest, double expectedHighest)
    {
        MultiThresholdEncodingOptions only =
            Assert.Single(Candidates([-5, 0.5f], new() { Lowest = lowest, Highest = highest }));
        Assert.Equal((expectedLowest, expectedHighest), (only.Lowest!.Value, only.Highest!.Value));
    }

    private static MultiThresholdEncodingOptions[] Candidates(float[] series, MultiThresholdEncodingOptions options) =>
        [.. options.Candidates(FittedSeries.Of(series)).Cast<MultiThresholdEncodingOptions>()];

    [Fact]
    public void IsOpen_until_all_options_are_given()
    {
        MultiThresholdEncodingOptions given = new() { NumThresholds = 2, Lowest = 0, Highest = 1 };
        Assert.False(given.IsOpen);
        Assert.True((given with { NumThresholds = null }).IsOpen);
        Assert.True((given with { Lowest = null }).IsOpen);
        Assert.True((given with { Highest = null }).IsOpen);
    }
}
