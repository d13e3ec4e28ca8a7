namespace SpikeML.Tests.Encoding.Latency;

public class LatencyEncodingTests
{
    private static readonly float[] Published = [0.02f, 0.5f, 1];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 258)];

    [Fact]
    public void Encode_gives_the_example_of_snnTorchs_documentation() =>
        Assert.Equal(
            [0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0],
            Encode(Published, new() { NumSteps = 5, Normalize = true, Linear = true }));

    [Theory]
    [InlineData(true, 3.92f, 2f, 0f)]
    [InlineData(false, 4f, 0.1166f, 0.0580f)]
    public void EncodeTimes_gives_the_examples_of_snnTorchs_documentation(bool linear, float first, float second, float third)
    {
        float[] times = new float[3];
        LatencyEncoding.EncodeTimes(Published, times, new() { NumSteps = 5, Normalize = true, Linear = linear });
        Assert.Equal(first, times[0], 1e-4f);
        Assert.Equal(second, times[1], 1e-4f);
        Assert.Equal(third, times[2], 1e-4f);
    }

    [Fact]
    public void Interpolate_gives_the_examples_of_snnTorchs_documentation()
    {
        float[] targets = new float[10];
        LatencyEncoding.Interpolate([0, 4], targets, 5);
        Assert.Equal([1, 0, 0, 0.25f, 0, 0.5f, 0, 0.75f, 0, 1], targets);
        LatencyEncoding.Interpolate([0, 4], targets, 5, 1.25f, 0.25f);
        Assert.Equal([1.25f, 0.25f, 0.25f, 0.5f, 0.25f, 0.75f, 0.25f, 1, 0.25f, 1.25f], targets);
    }

    [Fact]
    public void Interpolate_keeps_a_spike_that_single_precision_would_lift_above_the_target()
    {
        // (0.7 - 0.1) + 0.1 is 0.70000005 in single precision: the reference takes that for a value past the spike and erases it.
        float[] targets = new float[3];
        LatencyEncoding.Interpolate([2], targets, 3, 0.7f, 0.1f);
        Assert.Equal(0.7f, targets[2]);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Slots_and_dense_trains_agree_at_every_length(int length)
    {
        float[] features = [.. Enumerable.Range(0, length).Select(i => i * 29 % 64 / 63f)];
        // Some features are one of the thresholds itself.
        foreach ((bool clip, double threshold) in new[] { (false, 0.1), (true, 0.1), (false, 29 / 63f), (true, 29 / 63f) })
        {
            LatencyEncodingOptions options = new() { NumSteps = 40, Tau = 2, Threshold = threshold, Clip = clip, Bypass = true };
            float[] spikes = Encode(features, options);
            int[] slots = new int[length];
            int count = LatencyEncoding.EncodeSlots(features, slots, options);
            Assert.Equal(Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] == 1), slots.Take(count));
        }
    }

    [Fact]
    public void Times_have_the_closed_form()
    {
        float[] features = [.. Enumerable.Range(1, 999).Select(i => i / 999f)];
        float[] times = new float[999];
        LatencyEncoding.EncodeTimes(features, times, new() { Tau = 5 });
        for (int i = 11; i < 999; i++)
            Assert.Equal(5 * Math.Log(features[i] / (features[i] - 0.01)), times[i], 2e-5 * (1 + times[i]));
    }

    [Fact]
    public void EncodeTimes_marks_what_never_fires_as_missing_when_Clip_is_set()
    {
        float[] times = new float[2];
        LatencyEncoding.EncodeTimes([0.001f, 1], times, new() { Clip = true, Linear = true });
        Assert.Equal([float.NaN, 0], times);
    }

    [Fact]
    public void Encode_names_the_spike_that_comes_after_the_last_step()
    {
        var error = Assert.Throws<InvalidFeatureException>(() => Encode([1, 0.05f], new() { NumSteps = 2, Tau = 10 }));
        Assert.Equal(1, error.Slot);
        Assert.Contains("fires at step 2, after the last step (1): raise NumSteps, lower Tau, set Normalize, or set Bypass to "
            + "drop such spikes.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Encode_and_EncodeSlots_refuse_features_below_the_threshold_if_they_fire_after_the_last_step(
        int numSteps, bool refused)
    {
        // The latest time is 9.9, which is rounded to 10.
        LatencyEncodingOptions options = new() { NumSteps = numSteps, Tau = 10, Linear = true };
        foreach (Action encode in new Action[]
            { () => Encode([1, 0], options), () => LatencyEncoding.EncodeSlots([1, 0], new int[2], options) })
        {
            if (refused)
                Assert.Equal(1, Assert.Throws<InvalidFeatureException>(encode).Slot);
            else
                encode();
        }
    }

    [Fact]
    public void Encode_drops_spikes_after_the_last_step_when_Bypass_is_set() =>
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0], Encode([1, 0.02f], new() { NumSteps = 4, Tau = 10, Bypass = true }));

    [Fact]
    public void LargestTime_is_that_of_the_smallest_feature() =>
        Assert.Equal(5 * Math.Log(0.02 / 0.01), LatencyEncoding.LargestTime([0.5f, 0.02f, 1],
            new() { NumSteps = null, Tau = 5 }), 1e-5);

    [Theory]
    [InlineData(-0.1f, "[0, 1]")]
    [InlineData(1.1f, "[0, 1]")]
    [InlineData(float.NaN, "finite")]
    [InlineData(float.PositiveInfinity, "finite")]
    public void Encode_refuses_values_outside_0_to_1_and_names_their_place(float value, string reason)
    {
        foreach (int length in new[] { 1, 8, 33 })
        {
            float[] features = new float[length];
            features[length / 2] = value;
            LatencyEncodingOptions options = new() { NumSteps = 100 };
            foreach (Action encode in new Action[]
            {
                () => Encode(features, options), () => LatencyEncoding.LargestTime(features, options),
                () => LatencyEncoding.EncodeTimes(features, new float[length], options),
                () => LatencyEncoding.EncodeSlots(features, new int[length], options),
            })
            {
                var error = Assert.Throws<InvalidFeatureException>(encode);
                Assert.Equal((length / 2, value), (error.Slot, error.Value));
                Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Encode_fires_at_the_threshold_itself_when_Clip_is_set() =>
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 0],
            Encode([0.25f, 0.2f], new() { NumSteps = 4, Tau = 4, Threshold = 0.25, Linear = true, Clip = true }));

    private static float[] Encode(float[] features, LatencyEncodingOptions options)
    {
        float[] spikes = new float[options.NumSteps!.Value * features.Length];
        Array.Fill(spikes, float.NaN);
        LatencyEncoding.Encode(features, spikes, options);
        return spikes;
    }
}
