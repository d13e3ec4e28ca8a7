namespace SpikeML.Tests.Encoding.LogLatency;

public class LogLatencyEncodingOptionsTests
{
    public static TheoryData<LogLatencyEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be 1 to 700." },
        { new() { NumSteps = 701 }, "NumSteps", 701, "NumSteps must be 1 to 700." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        LogLatencyEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new LogLatencyEncodingOptions { NumSteps = 1 }, new LogLatencyEncodingOptions { NumSteps = 700 });
}
