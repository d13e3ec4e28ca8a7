namespace SpikeML.Tests.Encoding.Latency;

public class SpikeTimesEncodingOptionsTests
{
    public static TheoryData<LatencyEncodingOptions, string, object, string> OutOfRange => new()
    {
        { new() { OnTarget = 2 }, "OnTarget", 2.0, "OnTarget does not apply to spike times: leave it at 1." },
        { new() { OffTarget = 0.5 }, "OffTarget", 0.5, "OffTarget does not apply to spike times: leave it at 0." },
        { new() { Interpolate = true }, "Interpolate", true, "Interpolate does not apply to spike times: leave it unset." },
        { new() { Tau = 0 }, "Tau", 0.0, "Tau must be a finite number above 0." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_latency_option_that_does_not_apply_or_is_out_of_range(
        LatencyEncodingOptions latency, string option, object value, string message) =>
        OptionRange.AssertRefused(new SpikeTimesEncodingOptions { Latency = latency }, option, value, message);

    [Fact]
    public void Validate_refuses_a_missing_latency_code() => Assert.Throws<ArgumentNullException>("Latency",
        new SpikeTimesEncodingOptions { Latency = null! }.Validate);

    [Fact]
    public void DecodedDimensions_of_a_single_time_are_those_of_a_vector_of_one()
    {
        Assert.Equal([1], new SpikeTimesEncodingOptions().DecodedDimensions([])!.Value);
        Assert.Equal([3, 2], new SpikeTimesEncodingOptions().DecodedDimensions([3, 2])!.Value);
    }
}
