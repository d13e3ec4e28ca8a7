using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Latency;

public class LatencyDecodingTests
{
    /// <summary>0 to 1 in steps of 1/2048.</summary>
    private static readonly float[] Grid = [.. Enumerable.Range(0, 2049).Select(part => part / 2048f)];

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<LatencyEncodingOptions> Options => new()
    {
        new LatencyEncodingOptions { NumSteps = 20 },
        new LatencyEncodingOptions { NumSteps = 80, Tau = 6, FirstSpikeTime = 3 },
        new LatencyEncodingOptions { NumSteps = 12, Linear = true, Tau = 10, Threshold = 0.3 },
        new LatencyEncodingOptions { NumSteps = 12, Linear = true, Normalize = true, FirstSpikeTime = 2, Clip = true,
            Threshold = 0.2 },
        new LatencyEncodingOptions { NumSteps = 30, Normalize = true, Threshold = 0.1 },
        new LatencyEncodingOptions { NumSteps = null, Tau = 2 },
        new LatencyEncodingOptions { NumSteps = 9, Tau = 4, Bypass = true, Clip = true, Threshold = 0.5 },
        new LatencyEncodingOptions { NumSteps = 40, Tau = 3, OnTarget = 0.9, OffTarget = 0.2, Interpolate = true },
        new LatencyEncodingOptions { NumSteps = 40, Tau = 3, OnTarget = -1, OffTarget = 2 },
        new LatencyEncodingOptions { NumSteps = 1, Linear = true, Normalize = true },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Decode_gives_the_middle_of_the_features_that_fire_at_the_same_step(LatencyEncodingOptions options)
    {
        IDataView data = OneColumn.Of(_context, [Grid.Length], Grid);
        SpikeTransformer<LatencyEncodingOptions> encoder = _context.Transforms.Spikes.EncodeLatency("S", "Features", options)
            .Fit(data);
        IDataView spikes = encoder.Transform(data);
        float[] decoded = OneColumn.Read(_context.Transforms.Spikes.Decode("R", "S", encoder.Codes[0]).Fit(spikes)
            .Transform(spikes), "R")[0];
        float[] times = OneColumn.Read(spikes, "S")[0];
        foreach (IGrouping<int, int> alike in Enumerable.Range(0, Grid.Length).GroupBy(slot => Step(times, slot, options)))
        {
            double expected = alike.Key < 0 ? 0 : (alike.Min(slot => Grid[slot]) + alike.Max(slot => Grid[slot])) / 2.0;
            Assert.All(alike, slot => Assert.Equal(expected, decoded[slot], 1 / 2048.0));
        }
    }

    public static TheoryData<LatencyEncodingOptions> TimeOptions => new()
    {
        new LatencyEncodingOptions { Tau = 5 },
        new LatencyEncodingOptions { Linear = true, Tau = 7, FirstSpikeTime = 2, Threshold = 0.2 },
        new LatencyEncodingOptions { Normalize = true, NumSteps = 30 },
        new LatencyEncodingOptions { Normalize = true, Linear = true, NumSteps = 30 },
        new LatencyEncodingOptions { Clip = true, Threshold = 0.25 },
    };

    [Theory]
    [MemberData(nameof(TimeOptions))]
    public void DecodeSpikeTimes_restores_what_is_not_below_the_threshold(LatencyEncodingOptions options)
    {
        IDataView data = OneColumn.Of(_context, [3, 683], Grid);
        SpikeTransformer<SpikeTimesEncodingOptions> encoder =
            _context.Transforms.Spikes.EncodeSpikeTimes("T", "Features", options).Fit(data);
        IDataView times = encoder.Transform(data);
        IDataView restored = _context.Transforms.Spikes.Decode("R", "T", encoder.Codes[0]).Fit(times).Transform(times);
        Assert.Equal([3, 683], OneColumn.Dimensions(restored, "R"));
        Assert.All(Grid.Zip(OneColumn.Read(restored, "R")[0]), pair =>
            Assert.Equal(pair.First >= options.Threshold ? pair.First : options.Clip ? 0 : options.Threshold, pair.Second, 2e-5));
    }

    [Fact]
    public void Decode_needs_what_was_learned()
    {
        foreach (LatencyEncodingOptions open in new LatencyEncodingOptions[] { new() { Normalize = true },
            new() { NumSteps = null } })
            Assert.Matches("Codes|set NumSteps", Assert.Throws<ArgumentException>(() =>
                _context.Transforms.Spikes.Decode("R", "S", open)).Message);
        Assert.Throws<ArgumentException>(() => _context.Transforms.Spikes.Decode("R", "S",
            new SpikeTimesEncodingOptions { Latency = new() { Normalize = true } }));
        Assert.Throws<ArgumentException>(() => _context.Transforms.Spikes.Decode("R", "S",
            new LatencyEncodingOptions { OffTarget = 1 }));
    }

    [Fact]
    public void Fitted_options_encode_other_data_as_the_data_that_they_were_learned_from()
    {
        IDataView data = OneColumn.Of(_context, [3], [0.1f, 0.5f, 1]), other = OneColumn.Of(_context, [3], [0.6f, 0.5f, 1]);
        SpikeTransformer<LatencyEncodingOptions> encoder = _context.Transforms.Spikes.EncodeLatency("S", "Features",
            new() { Normalize = true, NumSteps = 50 }).Fit(data);
        SpikeTransformer<LatencyEncodingOptions> second = _context.Transforms.Spikes.EncodeLatency("S", "Features",
            encoder.Codes[0]).Fit(other);
        Assert.Equal(OneColumn.Read(encoder.Transform(other), "S")[0], OneColumn.Read(second.Transform(other), "S")[0]);
    }

    [Fact]
    public void Decode_takes_what_is_nearer_to_OnTarget_than_to_OffTarget_for_a_spike()
    {
        // The feature 0.5 fires at step 2; 0.7 is nearer to 0.5 than to 1.
        LatencyEncodingOptions options = new() { NumSteps = 5, Tau = 4, Linear = true, OffTarget = 0.5 };
        float[] decoded = [float.NaN];
        LatencyDecoding.Decode([0.5f, 0.7f, 1, 0.5f, 0.5f], decoded, options);
        Assert.Equal([0.5f], decoded);
    }

    [Theory]
    // Halfway between the targets is 0.125.
    [InlineData(0.13f, true)]
    [InlineData(0.12f, false)]
    public void Decode_takes_any_value_beyond_halfway_between_the_targets_for_a_spike(float value, bool spikes)
    {
        LatencyEncodingOptions options = new() { NumSteps = 3, Tau = 2, Linear = true, OnTarget = 0.5, OffTarget = -0.25 };
        float[] decoded = [float.NaN];
        LatencyDecoding.Decode([-0.25f, value, -0.25f], decoded, options);
        Assert.Equal([spikes ? 0.5f : 0], decoded);
    }

    [Fact]
    public void Decode_takes_each_value_for_a_spike_if_the_targets_are_one_number_in_single_precision()
    {
        LatencyEncodingOptions options = new() { NumSteps = 3, Tau = 2, Linear = true, OffTarget = 1 - 1e-12 };
        float[] decoded = [float.NaN], expected = [float.NaN];
        LatencyDecoding.Decode([1, 1, 1], decoded, options);
        LatencyDecoding.Decode([1, 0, 0], expected, options with { OffTarget = 0 });
        Assert.Equal(expected, decoded);
    }

    [Fact]
    public void Decode_refuses_targets_that_are_equal() => Assert.StartsWith("OnTarget and OffTarget are equal",
        Assert.Throws<ArgumentException>(() =>
            LatencyDecoding.Decode(new float[3], new float[1], new() { NumSteps = 3, OffTarget = 1 })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void DecodeTimes_refuses_times_that_do_not_fit()
    {
        Assert.StartsWith("Decoding 2 times needs room for as many features, got 1.", Assert.Throws<ArgumentException>(
            "features", () => LatencyDecoding.DecodeTimes(new float[2], new float[1], new())).Message, StringComparison.Ordinal);
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() =>
            LatencyDecoding.DecodeTimes([1, float.PositiveInfinity], new float[2], new()));
        Assert.Equal(1, error.Slot);
        Assert.Contains("finite number of steps, or NaN for no spike", error.Message, StringComparison.Ordinal);
    }

    private static int Step(float[] spikes, int slot, LatencyEncodingOptions options)
    {
        int[] steps = [.. Enumerable.Range(0, spikes.Length / Grid.Length).Where(step =>
            spikes[step * Grid.Length + slot] == (float)options.OnTarget)];
        return steps.Length == 0 ? -1 : steps.Single();
    }
}
