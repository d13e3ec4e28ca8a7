namespace SpikeML.Tests.Encoding.Phase;

public class PhaseEncodingOptionsTests
{
    public static TheoryData<PhaseEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { Period = 0 }, "Period", 0, "Period must be 1 to 24: single precision holds no more bits." },
        { new() { Period = 25 }, "Period", 25, "Period must be 1 to 24: single precision holds no more bits." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        PhaseEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new PhaseEncodingOptions { NumSteps = 1 }, new PhaseEncodingOptions { Period = 1 },
        new PhaseEncodingOptions { Period = 24 });
}
