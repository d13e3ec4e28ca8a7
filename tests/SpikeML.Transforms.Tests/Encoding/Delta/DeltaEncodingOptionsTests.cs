namespace SpikeML.Tests.Encoding.Delta;

public class DeltaEncodingOptionsTests
{
    public static TheoryData<DeltaEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { Threshold = -double.Epsilon }, "Threshold", -double.Epsilon,
            "Threshold must be a finite number of at least 0." },
        { new() { Threshold = double.NaN }, "Threshold", double.NaN, "Threshold must be a finite number of at least 0." },
        { new() { Threshold = 1e39 }, "Threshold", 1e39, "Threshold must be a finite number of at least 0." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        DeltaEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new DeltaEncodingOptions { Threshold = 0 }, new DeltaEncodingOptions { Threshold = float.MaxValue });

    [Fact]
    public void ForComparison_has_off_spikes_without_which_a_fall_cannot_be_decoded() =>
        Assert.Equal(new DeltaEncodingOptions { Threshold = 0.3, OffSpike = true },
            new DeltaEncodingOptions { Threshold = 0.3 }.ForComparison);
}
