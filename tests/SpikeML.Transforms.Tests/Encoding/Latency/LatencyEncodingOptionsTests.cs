namespace SpikeML.Tests.Encoding.Latency;

public class LatencyEncodingOptionsTests
{
    public static TheoryData<LatencyEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { NumSteps = null, Normalize = true }, "NumSteps", null, "NumSteps must be set if Normalize is set." },
        { new() { Threshold = 0 }, "Threshold", 0.0, "Threshold must be above 0 and below 1." },
        { new() { Threshold = -1 }, "Threshold", -1.0, "Threshold must be above 0 and below 1." },
        { new() { Threshold = 1, Epsilon = 1 }, "Threshold", 1.0, "Threshold must be above 0 and below 1." },
        { new() { Threshold = double.BitDecrement(1), Epsilon = 1 }, "Threshold", double.BitDecrement(1),
            "Threshold must be above 0 and below 1." },
        { new() { Threshold = 2 }, "Threshold", 2.0, "Threshold must be above 0 and below 1." },
        { new() { Tau = 0 }, "Tau", 0.0, "Tau must be a finite number above 0." },
        { new() { Tau = double.NaN }, "Tau", double.NaN, "Tau must be a finite number above 0." },
        { new() { NumSteps = 5, FirstSpikeTime = 5 }, "FirstSpikeTime", 5, "FirstSpikeTime must be 0 to NumSteps - 1 (4)." },
        { new() { NumSteps = null, FirstSpikeTime = -1 }, "FirstSpikeTime", -1, "FirstSpikeTime must be at least 0." },
        { new() { Epsilon = 0 }, "Epsilon", 0.0, "Epsilon must be a finite number above 0." },
        { new() { Epsilon = 0, Linear = true }, "Epsilon", 0.0, "Epsilon must be a finite number above 0." },
        { new() { Threshold = 0.5, Epsilon = 1e-9 }, "Epsilon", 1e-9,
            "Epsilon must be large enough that Threshold + Epsilon is above Threshold (0.5) in single precision." },
        { new() { OnTarget = 1e39 }, "OnTarget", 1e39, "OnTarget must be a finite number in single precision." },
        { new() { OffTarget = double.NaN }, "OffTarget", double.NaN, "OffTarget must be a finite number in single precision." },
        { new() { OnTarget = 1, OffTarget = 2, Interpolate = true }, "OnTarget", 1.0,
            "OnTarget must be at least OffTarget (2) if Interpolate is set." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        LatencyEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new LatencyEncodingOptions { NumSteps = 1 }, new LatencyEncodingOptions { NumSteps = null },
        new LatencyEncodingOptions { Threshold = 0.5, Epsilon = float.MaxValue },
        new LatencyEncodingOptions { Threshold = float.BitDecrement(1), Epsilon = 1 },
        new LatencyEncodingOptions { Threshold = float.Epsilon, Epsilon = float.Epsilon },
        new LatencyEncodingOptions { Threshold = 0.5, Epsilon = 1e-9, Linear = true },
        new LatencyEncodingOptions { Tau = double.Epsilon }, new LatencyEncodingOptions { Tau = float.MaxValue },
        new LatencyEncodingOptions { NumSteps = 5, FirstSpikeTime = 4 },
        new LatencyEncodingOptions { NumSteps = null, FirstSpikeTime = 500 },
        new LatencyEncodingOptions { OnTarget = -float.MaxValue, OffTarget = float.MaxValue },
        new LatencyEncodingOptions { OnTarget = 2, OffTarget = 2, Interpolate = true });

    [Fact]
    public void LargestTime_is_kept_when_the_number_of_steps_changes_and_dropped_when_it_is_to_be_fitted()
    {
        LatencyEncodingOptions fitted = new() { NumSteps = 50, LargestTime = 7 };
        Assert.Equal(7, (fitted with { NumSteps = 20 }).LargestTime);
        Assert.Null((fitted with { NumSteps = null }).LargestTime);
    }
}
