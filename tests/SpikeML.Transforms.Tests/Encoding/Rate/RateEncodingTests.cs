namespace SpikeML.Tests.Encoding.Rate;

public class RateEncodingTests
{
    private static readonly RateEncodingOptions Seeded = new() { NumSteps = 20, Seed = 7 };

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 258)];

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(0f, 0f)]
    [InlineData(1.5f, 1f)]
    [InlineData(-0.5f, 0f)]
    public void Encode_is_certain_of_probabilities_0_and_1_and_clips_the_rest(float feature, float spike) =>
        Assert.All(Encode([feature, feature, feature, feature], Seeded), value => Assert.Equal(spike, value));

    [Fact]
    public void Encode_repeats_features_over_the_steps() =>
        Assert.Equal(2 * 4, Encode([0.5f, 0.5f, 0.5f, 0.5f], Seeded with { NumSteps = 2 }).Length);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Slots_are_those_of_the_dense_train_at_every_length(int length)
    {
        float[] features = Features(length);
        float[] spikes = Encode(features, Seeded);
        int[] slots = new int[spikes.Length + 16];

        Assert.True(RateEncoding.TryEncodeSlots(features, spikes.Length, slots, Seeded, 0, out int count));
        Assert.Equal(Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] == 1), slots.Take(count));
    }

    [Fact]
    public void TryEncodeSlots_says_when_there_is_no_room() =>
        Assert.False(RateEncoding.TryEncodeSlots([1, 1], 40, new int[30], Seeded, 0, out _));

    [Fact]
    public void Encode_is_silent_before_the_first_spike_time()
    {
        float[] spikes = Encode([1, 1, 1], Seeded with { FirstSpikeTime = 5 });
        Assert.Equal(Enumerable.Repeat(0f, 15).Concat(Enumerable.Repeat(1f, 45)), spikes);
    }

    [Fact]
    public void Encode_takes_each_step_of_a_time_varying_input_as_its_own_probabilities()
    {
        float[] spikes = new float[8];
        RateEncoding.Encode([0, 1, 1, 0, 0.25f, 0.75f], spikes,
            new() { TimeVarying = true, FirstSpikeTime = 1, Seed = 1, Gain = 4, Offset = -2 });
        Assert.Equal([0, 0, 0, 1, 1, 0, 0, 1], spikes);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(15, 0)]
    [InlineData(16, 0.3)]
    [InlineData(1024, 0.9)]
    [InlineData(1039, 0.5)]
    [InlineData(5000, 0.1)]
    [InlineData(5000, 0)]
    [InlineData(5000, 1)]
    public void Encode_draws_once_for_each_value_of_a_time_varying_input_above_0(int length, double zeros)
    {
        Random random = new(length);
        float[] values =
            [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() < zeros ? 0 : random.NextSingle() * 1.2f)];
        RateEncodingOptions options = new() { TimeVarying = true, Seed = 3 };
        float[] expected = ScalarRateEncoding.Varying(values, ScalarRateEncoding.DrawKey(values, seed: 3, rowKey: 0));
        float[] spikes = [.. Enumerable.Repeat(float.NaN, length)];
        RateEncoding.Encode(values, spikes, options);
        Assert.Equal(expected, spikes);
        int[] slots = new int[length + 16];
        Assert.True(RateEncoding.TryEncodeSlots(values, length, slots, options, 0, out int count));
        Assert.Equal(Enumerable.Range(0, length).Where(slot => expected[slot] == 1), slots.Take(count));
    }

    [Theory]
    [InlineData(0, 6, 4)]
    [InlineData(0, 6, 100)]
    [InlineData(1, 8, 3)]
    [InlineData(1, 8, 8)]
    [InlineData(2, 10, 6)]
    public void Encode_refuses_another_number_of_steps_than_a_time_varying_input_has(
        int firstSpikeTime, int spikeCount, int numSteps)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => RateEncoding.Encode(new float[6], new float[spikeCount],
            new() { TimeVarying = true, FirstSpikeTime = firstSpikeTime, Seed = 1, NumSteps = numSteps }));
        Assert.Equal((nameof(RateEncodingOptions.NumSteps), numSteps), (error.ParamName, error.ActualValue));
        Assert.Contains("Leave NumSteps unset", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 6, 3)]
    [InlineData(1, 8, 4)]
    [InlineData(2, 10, 5)]
    public void Encode_takes_the_number_of_steps_that_a_time_varying_input_has(int firstSpikeTime, int spikeCount, int numSteps)
    {
        float[] spikes = [.. Enumerable.Repeat(7f, spikeCount)];
        RateEncoding.Encode([1, 1, 1, 1, 1, 1], spikes,
            new() { TimeVarying = true, FirstSpikeTime = firstSpikeTime, Seed = 1, NumSteps = numSteps });
        Assert.Equal(Enumerable.Repeat(0f, spikeCount - 6).Concat(Enumerable.Repeat(1f, 6)), spikes);
    }

    [Fact]
    public void Gain_and_offset_set_the_rate()
    {
        float[] spikes = Encode([.. Enumerable.Repeat(0.8f, 1000)], Seeded with { Gain = 0.25, Offset = 0.1 });
        Assert.Equal(0.3, spikes.Average(), 0.02);
    }

    [Fact]
    public void Tiny_probabilities_spike_at_their_rate()
    {
        // 2^-31: over 10^6 draws a spike is as good as impossible, but the draw 0 must count, so the limit is 1, not 0.
        float[] spikes = Encode([.. Enumerable.Repeat(1 / 2147483648f, 50_000)], Seeded);
        Assert.Equal(0, spikes.Sum());
    }

    [Fact]
    public void Equal_rows_give_equal_trains_until_a_key_tells_them_apart()
    {
        float[] features = Features(100);
        Assert.Equal(Encode(features, Seeded), Encode(features, Seeded));
        Assert.NotEqual(Encode(features, Seeded), Encode(features, Seeded, rowKey: 1));
        Assert.NotEqual(Encode(features, Seeded), Encode(features, Seeded with { Seed = 8 }));
    }

    [Fact]
    public void More_steps_prolong_the_same_train() =>
        Assert.Equal(Encode(Features(50), Seeded), Encode(Features(50), Seeded with { NumSteps = 30 }).Take(50 * 20));

    [Fact]
    public void Negative_zero_counts_as_zero() =>
        Assert.Equal(Encode([0.5f, 0, 0.5f], Seeded), Encode([0.5f, -0f, 0.5f], Seeded));

    [Fact]
    public void Bernoulli_draws_once_for_each_probability()
    {
        float[] spikes = new float[100_000];
        RateEncoding.Bernoulli([.. Enumerable.Repeat(0.5f, spikes.Length)], spikes, seed: 1);
        Assert.All(spikes, spike => Assert.True(spike is 0 or 1));
        Assert.Equal(0.5, spikes.Average(), 0.01);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Encode_refuses_values_that_are_not_finite_and_names_their_place(float value)
    {
        foreach (int length in new[] { 1, 8, 33 })
        {
            float[] features = new float[length];
            features[^1] = value;
            var error = Assert.Throws<InvalidFeatureException>(() => Encode(features, Seeded));
            Assert.Equal((length - 1, value), (error.Slot, error.Value));
        }
    }

    [Fact]
    public void Encode_refuses_to_draw_without_a_seed()
    {
        var error = Assert.Throws<ArgumentException>(() => Encode([0.5f], Seeded with { Seed = null }));
        Assert.Contains("options.Seed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_refuses_a_destination_of_another_size() =>
        Assert.Throws<ArgumentException>(() => RateEncoding.Encode([0.5f], new float[19], Seeded));

    [Theory]
    [InlineData(4, 2, 7)]
    [InlineData(4, 2, 3)]
    [InlineData(4, 2, 4)]
    [InlineData(5, 2, 9)]
    [InlineData(4, 0, 6)]
    public void Encode_refuses_a_series_without_room_for_its_silent_steps(int values, int firstSpikeTime, int spikes) =>
        Assert.StartsWith(
            $"A time-varying series of {values} values needs room for as many spikes and for FirstSpikeTime ({firstSpikeTime}) "
                + $"steps before them, got {spikes}.",
            Assert.Throws<ArgumentException>(() => RateEncoding.Encode(new float[values], new float[spikes],
                new() { TimeVarying = true, FirstSpikeTime = firstSpikeTime, Seed = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void TryEncodeSlots_of_a_series_says_whether_there_is_room()
    {
        RateEncodingOptions options = new() { TimeVarying = true, FirstSpikeTime = 1, Seed = 1 };
        float[] ones = [1, 1, 1, 1];
        int[] slots = new int[20];
        Assert.True(RateEncoding.TryEncodeSlots(ones, 6, slots, options, 0, out int count));
        Assert.Equal([2, 3, 4, 5], slots[..count]);
        Assert.False(RateEncoding.TryEncodeSlots(ones, 6, slots.AsSpan(0, 3), options, 0, out _));
        Assert.Throws<ArgumentException>(() => RateEncoding.TryEncodeSlots(ones, 7, new int[20], options, 0, out _));
    }

    [Fact]
    public void Encode_takes_a_series_of_no_steps() =>
        RateEncoding.Encode([], [], new() { TimeVarying = true, FirstSpikeTime = 2, Seed = 1 });

    [Fact]
    public void Encode_says_how_much_room_it_needs() => Assert.StartsWith(
        "2 features and 20 steps need room for 40 spikes, got 39.",
        Assert.Throws<ArgumentException>(() => RateEncoding.Encode([0.5f, 1], new float[39], Seeded)).Message,
        StringComparison.Ordinal);

    private static float[] Features(int length) => [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? 0 : i % 7 / 6f)];

    private static float[] Encode(float[] features, RateEncodingOptions options, ulong rowKey = 0)
    {
        float[] spikes = new float[options.NumSteps * features.Length];
        Array.Fill(spikes, float.NaN);
        RateEncoding.Encode(features, spikes, options, rowKey);
        return spikes;
    }
}
