namespace SpikeML.Tests.Encoding.SignedRate;

public class SignedRateEncodingOptionsTests
{
    public static TheoryData<SignedRateEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { Gain = double.NaN }, "Gain", double.NaN, "Gain must be a finite number in single precision." },
        { new() { Gain = -1e39 }, "Gain", -1e39, "Gain must be a finite number in single precision." },
        { new() { RowKeyColumnName = "" }, "RowKeyColumnName", "", "RowKeyColumnName must be the name of a column, or null." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        SignedRateEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new SignedRateEncodingOptions { NumSteps = 1 }, new SignedRateEncodingOptions { Gain = -float.MaxValue },
        new SignedRateEncodingOptions { Gain = float.MaxValue }, new SignedRateEncodingOptions { RowKeyColumnName = "Row" },
        new SignedRateEncodingOptions { RowKeyColumnName = null });

    [Fact]
    public void Limits_end_where_neurons_fire_at_every_step_with_either_sign() => Assert.Equal(
        new ValueLimits(-0.25, 0.25, "such neurons fire at every step or never") { FollowGain = true },
        new SignedRateEncodingOptions { Gain = 4 }.Limits);
}
