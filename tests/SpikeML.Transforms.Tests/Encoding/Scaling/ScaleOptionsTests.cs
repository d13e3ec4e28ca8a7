namespace SpikeML.Tests.Encoding.Scaling;

public class ScaleOptionsTests
{
    public static TheoryData<ScaleOptions, string, object?, string> OutOfRange => new()
    {
        { new() { UpperQuantile = 0.75, LowerQuantile = -1e-9 }, "LowerQuantile", -1e-9,
            "LowerQuantile must be at least 0 and below UpperQuantile (0.75)." },
        { new() { UpperQuantile = 0.75, LowerQuantile = 0.75 }, "LowerQuantile", 0.75,
            "LowerQuantile must be at least 0 and below UpperQuantile (0.75)." },
        { new() { UpperQuantile = 0.75, LowerQuantile = 1 }, "LowerQuantile", 1.0,
            "LowerQuantile must be at least 0 and below UpperQuantile (0.75)." },
        { new() { UpperQuantile = 0.75, LowerQuantile = double.NaN }, "LowerQuantile", double.NaN,
            "LowerQuantile must be at least 0 and below UpperQuantile (0.75)." },
        { new() { UpperQuantile = 1.0001 }, "UpperQuantile", 1.0001, "UpperQuantile must be at most 1." },
        { new() { UpperQuantile = double.PositiveInfinity }, "UpperQuantile", double.PositiveInfinity,
            "UpperQuantile must be at most 1." },
        { new() { MaxQuantileRows = 1 }, "MaxQuantileRows", 1, "MaxQuantileRows must be at least 2." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        ScaleOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new ScaleOptions { UpperQuantile = 0.75, LowerQuantile = 0 },
        new ScaleOptions { UpperQuantile = 0.75, LowerQuantile = 0.7 }, new ScaleOptions { UpperQuantile = 1e-9 },
        new ScaleOptions { UpperQuantile = 1 }, new ScaleOptions { MaxQuantileRows = 2 });
}
