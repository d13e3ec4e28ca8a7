namespace SpikeML.Tests.Encoding.Latency;

public class LatencyArgumentTests
{
    private static readonly float[] Published = [0.02f, 0.5f, 1];

    [Fact]
    public void EncodeTimes_and_EncodeSlots_refuse_what_has_no_room()
    {
        Assert.StartsWith("The times of 3 features need room for as many values, got 2.", Assert.Throws<ArgumentException>(
            "times", () => LatencyEncoding.EncodeTimes(Published, new float[2], new())).Message, StringComparison.Ordinal);
        Assert.StartsWith("The slots of 3 features need room for as many values, got 2.", Assert.Throws<ArgumentException>(
            "slots", () => LatencyEncoding.EncodeSlots(Published, new int[2], new())).Message, StringComparison.Ordinal);
        Assert.Equal(3, LatencyEncoding.EncodeSlots(Published, new int[4], new()));
        Assert.StartsWith("Set NumSteps: slots need a number of steps.", Assert.Throws<ArgumentException>(
            "options", () => LatencyEncoding.EncodeSlots(Published, new int[3], new() { NumSteps = null })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_says_how_much_room_it_needs() =>
        Assert.StartsWith("The spikes of 3 features need room for 60 values, 20 for each feature; got 59.",
            Assert.Throws<ArgumentException>("spikes", () =>
                LatencyEncoding.Encode(Published, new float[59], new() { NumSteps = 20 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Encode_of_no_features_gives_nothing_when_NumSteps_is_open() =>
        LatencyEncoding.Encode([], [], new() { NumSteps = null });

    [Fact]
    public void Interpolate_refuses_arguments_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>("numSteps", () => LatencyEncoding.Interpolate([1], [], 0));
        Assert.Throws<ArgumentOutOfRangeException>("onTarget", () =>
            LatencyEncoding.Interpolate([1], new float[2], 2, onTarget: 0, offTarget: 1));
        Assert.StartsWith("The targets of 2 times need room for 6 values, got 5.", Assert.Throws<ArgumentException>(
            "targets", () => LatencyEncoding.Interpolate([1, 2], new float[5], 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LargestTime_refuses_options_out_of_range() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        LatencyEncoding.LargestTime(Published, new() { Tau = -1 }));

    [Fact]
    public void LargestTime_refuses_to_be_asked_about_no_features() => Assert.StartsWith(
        "Cannot compute the largest spike time of zero features.", Assert.Throws<ArgumentException>("features", () =>
            LatencyEncoding.LargestTime([], new())).Message, StringComparison.Ordinal);

    [Fact]
    public void Encode_takes_a_largest_time_that_is_given_before_that_of_the_options()
    {
        LatencyEncodingOptions options = new() { NumSteps = 50, Normalize = true, LargestTime = 5 };
        float[] given = new float[3], own = new float[3];
        LatencyEncoding.EncodeTimes(Published, given, options, largestTime: 9);
        LatencyEncoding.EncodeTimes(Published, own, options with { LargestTime = 9 });
        Assert.Equal(own, given);
    }
}
