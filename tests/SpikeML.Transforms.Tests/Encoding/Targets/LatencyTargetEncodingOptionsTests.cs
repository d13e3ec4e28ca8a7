namespace SpikeML.Tests.Encoding.Targets;

public class LatencyTargetEncodingOptionsTests
{
    public static TheoryData<LatencyTargetEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumClasses = 0 }, "NumClasses", 0, "NumClasses must be at least 1." },
        { new() { Latency = new() { NumSteps = 0 } }, "NumSteps", 0, "NumSteps must be at least 1." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        LatencyTargetEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new LatencyTargetEncodingOptions { NumClasses = 1 },
        new LatencyTargetEncodingOptions { Latency = new() { NumSteps = 1 } });

    [Fact]
    public void Validate_refuses_missing_options_of_latency() => Assert.Throws<ArgumentNullException>(
        "Latency", new LatencyTargetEncodingOptions { Latency = null! }.Validate);
}
