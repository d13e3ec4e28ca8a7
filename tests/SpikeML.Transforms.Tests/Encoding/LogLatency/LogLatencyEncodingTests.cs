using CsCheck;

namespace SpikeML.Tests.Encoding.LogLatency;

public class LogLatencyEncodingTests
{
    [Fact]
    public void Encode_agrees_with_the_formula() =>
        FeatureCodes.Unit.Sample(features =>
        {
            float[] spikes = Encode(features, new() { NumSteps = 30 });
            double a = Math.Exp(29) - 1;
            for (int slot = 0; slot < features.Length; slot++)
                Assert.Equal([(int)Math.Round(29 - Math.Log(a * features[slot] + 1))],
                    FeatureCodes.Times(spikes, features.Length, slot));
        }, iter: 200);

    [Fact]
    public void Encode_fires_at_once_for_1_and_last_for_0() =>
        Assert.Equal([1, 0, 0, 0, 0, 1], Encode([1, 0], new() { NumSteps = 3 }));

    [Fact]
    public void Decode_stays_within_half_a_step_of_the_logarithm() =>
        FeatureCodes.Unit.Sample(features =>
        {
            LogLatencyEncodingOptions options = new() { NumSteps = 30 };
            float[] decoded = new float[features.Length];
            LogLatencyEncoding.Decode(Encode(features, options), decoded, options);
            // Half a step is a factor of sqrt(e).
            Assert.All(features.Zip(decoded), pair => Assert.InRange(pair.Second, pair.First / 1.66 - 1e-6,
                pair.First * 1.66 + 1e-6));
        }, iter: 200);

    [Fact]
    public void Decode_of_few_steps_gives_the_features_that_fire_exactly_then()
    {
        // (e - 1) / (e^2 - 1) fires one step before the last of three.
        AssertDecoded([1, 0.26894143f, 0], new() { NumSteps = 3 });
        AssertDecoded([1, 0], new() { NumSteps = 2 });
    }

    private static void AssertDecoded(float[] expected, LogLatencyEncodingOptions options)
    {
        // Each neuron fires at a step of its own.
        int count = expected.Length;
        float[] spikes = [.. Enumerable.Range(0, count * count).Select(slot => slot % (count + 1) == 0 ? 1f : 0)];
        float[] dense = new float[count], sparse = new float[count];
        LogLatencyEncoding.Decode(spikes, dense, options);
        Assert.Equal(expected, dense, (one, other) => Math.Abs(one - other) < 1e-7);
        int[] slots = [.. Enumerable.Range(0, count).Select(step => step * (count + 1))];
        options.Decode(new SpikeValues(slots, [.. slots.Select(_ => 1f)]), sparse);
        Assert.Equal(dense, sparse);
    }

    private static float[] Encode(float[] features, LogLatencyEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps, (from, spikes) => LogLatencyEncoding.Encode(from, spikes, options));
}
