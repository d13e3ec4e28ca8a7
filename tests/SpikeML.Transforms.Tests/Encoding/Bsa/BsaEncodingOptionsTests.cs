namespace SpikeML.Tests.Encoding.Bsa;

public class BsaEncodingOptionsTests
{
    public static TheoryData<BsaEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { MaxFitRows = 0 }, "MaxFitRows", 0, "MaxFitRows must be at least 1." },
        { new() { Threshold = -double.Epsilon }, "Threshold", -double.Epsilon,
            "Threshold must be a finite number of at least 0." },
        { new() { Threshold = double.PositiveInfinity }, "Threshold", double.PositiveInfinity,
            "Threshold must be a finite number of at least 0." },
        { new() { Filter = default }, "Filter", 0, "Filter must have 1 to 4096 values." },
        { new() { Filter = [] }, "Filter", 0, "Filter must have 1 to 4096 values." },
        { new() { Filter = [.. new float[4097]] }, "Filter", 4097, "Filter must have 1 to 4096 values." },
        { new() { Filter = [1, float.NaN] }, "Filter", double.NaN, "Filter must be a finite number in single precision." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        BsaEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new BsaEncodingOptions { MaxFitRows = 1 }, new BsaEncodingOptions { Threshold = 0 },
        new BsaEncodingOptions { Filter = [-float.MaxValue] }, new BsaEncodingOptions { Filter = [.. new float[4096]] });

    [Theory]
    [InlineData(0.5f, 0.25f, 0.75)]
    [InlineData(0.25f, -1f, 0.75)]
    public void Candidates_are_shares_of_the_filters_sum(float first, float second, double sum)
    {
        BsaEncodingOptions[] candidates = [.. new BsaEncodingOptions { Filter = [first, second] }
            .Candidates(FittedSeries.Of([0, 1])).Cast<BsaEncodingOptions>()];
        Assert.Equal(50, candidates.Length);
        for (int part = 0; part < 50; part++)
            Assert.Equal(0.02 * part * sum, candidates[part].Threshold!.Value, 1e-12);
    }

    [Fact]
    public void Codes_are_equal_if_their_filters_are()
    {
        BsaEncodingOptions one = new() { Filter = [1, 2] }, same = new() { Filter = [1, 2] }, other = new() { Filter = [1, 3] };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.NotEqual(one, one with { Threshold = 0.5 });
        Assert.Equal(one with { Filter = default }, one with { Filter = [] });
        Assert.Equal((one with { Filter = default }).GetHashCode(), (one with { Filter = [] }).GetHashCode());
    }
}
