using System.Runtime.Intrinsics;

namespace SpikeML.Tests.Encoding;

/// <summary>
/// The same spikes whatever the processor has: the tests with fixed answers, run again without its newer instructions.
/// </summary>
public class InstructionSetTests
{
    private static readonly string[] TestsWithFixedAnswers =
    [
        "SpikeML.Tests.Encoding.InstructionSetTests", "SpikeML.Tests.Draws.SpikeDrawsTests",
            "SpikeML.Tests.Encoding.Rate.RateFixtureTests",
        "SpikeML.Tests.Encoding.Rate.RateEncodingTests", "SpikeML.Tests.Encoding.Latency.LatencyFixtureTests",
            "SpikeML.Tests.Encoding.Latency.LatencyEncodingTests",
        "SpikeML.Tests.Encoding.Reference.SeriesReferenceTests",
        "SpikeML.Tests.Draws.DrawnSpikesTests", "SpikeML.Tests.Draws.ActiveNeuronTests",
            "SpikeML.Tests.Decoding.ReadoutReferenceTests",
        "SpikeML.Tests.Encoding.Delta.DeltaFixtureTests", "SpikeML.Tests.Encoding.Delta.DeltaEncodingTests",
            "SpikeML.Tests.Conformance.GoldenModelTests",
        "SpikeML.Tests.Encoding.Reference.FeatureCodeReferenceTests", "SpikeML.Tests.Encoding.Reference.DecoderReferenceTests",
        "SpikeML.Tests.Encoding.Reference.ScalingReferenceTests", "SpikeML.Tests.Arithmetic.LogarithmTests",
        "SpikeML.Tests.EventColumns.EventColumnTypeTests", "SpikeML.Tests.Events.EventCountTests",
        "SpikeML.Tests.EventTensors.EventSpikesTests",
    ];

    [Theory]
    [InlineData("EnableAVX512", 256)]
    [InlineData("EnableAVX2", 128)]
    [InlineData("EnableHWIntrinsic", 128)]
    public void Spikes_are_the_same_without(string instructions, int vectorBits) =>
        FewerInstructions.Require(instructions, vectorBits, TestsWithFixedAnswers);

    [Fact]
    public void The_child_has_no_wider_vectors_than_it_was_left()
    {
        string? bits = Environment.GetEnvironmentVariable(FewerInstructions.Variable);
        Assert.SkipWhen(bits is null, "Only in a child process, which has been told how wide its vectors may be.");
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        Assert.InRange(widest, 0, int.Parse(bits));
    }
}
