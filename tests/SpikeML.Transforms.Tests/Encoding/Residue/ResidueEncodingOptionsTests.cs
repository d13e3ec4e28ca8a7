namespace SpikeML.Tests.Encoding.Residue;

public class ResidueEncodingOptionsTests
{
    public static TheoryData<ResidueEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { MaxFitRows = 0 }, "MaxFitRows", 0, "MaxFitRows must be at least 1." },
        { new() { Threshold = 0 }, "Threshold", 0.0, "Threshold must be a finite number above 0." },
        { new() { Threshold = -1 }, "Threshold", -1.0, "Threshold must be a finite number above 0." },
        { new() { Threshold = double.NaN }, "Threshold", double.NaN, "Threshold must be a finite number above 0." },
        { new() { Threshold = 1e39 }, "Threshold", 1e39, "Threshold must be a finite number above 0." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        ResidueEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new ResidueEncodingOptions { MaxFitRows = 1 }, new ResidueEncodingOptions { Threshold = double.Epsilon },
        new ResidueEncodingOptions { Threshold = float.MaxValue });
}
