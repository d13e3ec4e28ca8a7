namespace SpikeML.Tests.Encoding.RegularRate;

public class RegularRateEncodingOptionsTests
{
    public static TheoryData<RegularRateEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { Gain = 0 }, "Gain", 0.0, "Gain must be a finite number above 0." },
        { new() { Gain = -1 }, "Gain", -1.0, "Gain must be a finite number above 0." },
        { new() { Gain = double.NaN }, "Gain", double.NaN, "Gain must be a finite number above 0." },
        { new() { Gain = 1e39 }, "Gain", 1e39, "Gain must be a finite number above 0." },
        { new() { InitialPhase = -1e-9 }, "InitialPhase", -1e-9, "InitialPhase must be at least 0 and below 1." },
        { new() { InitialPhase = 1 }, "InitialPhase", 1.0, "InitialPhase must be at least 0 and below 1." },
        { new() { InitialPhase = double.NaN }, "InitialPhase", double.NaN, "InitialPhase must be at least 0 and below 1." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        RegularRateEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new RegularRateEncodingOptions { NumSteps = 1 }, new RegularRateEncodingOptions { Gain = double.Epsilon },
        new RegularRateEncodingOptions { Gain = float.MaxValue }, new RegularRateEncodingOptions { InitialPhase = 0 },
        new RegularRateEncodingOptions { InitialPhase = double.BitDecrement(1) });

    [Fact]
    public void Limits_end_where_steps_have_more_than_one_spike() => Assert.Equal(
        new ValueLimits(0, 0.25, "spikes have values above 1") { FollowGain = true },
        new RegularRateEncodingOptions { Gain = 4 }.Limits);
}
