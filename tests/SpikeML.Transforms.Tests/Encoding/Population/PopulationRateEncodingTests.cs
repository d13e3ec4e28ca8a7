using CsCheck;

namespace SpikeML.Tests.Encoding.Population;

public class PopulationRateEncodingTests
{
    [Fact]
    public void Encode_spikes_with_the_activations_as_probabilities()
    {
        PopulationRateEncodingOptions options = new() { NumSteps = 40_000, NumFields = 5, Seed = 3 };
        float[] spikes = Encode([0.5f], options);
        // Fields at 1/6 and 5/6 are a third of the range off, 1.5 widths: exp(-1.125).
        foreach ((int field, double rate) in new[] { (1, 0.32465), (2, 1), (3, 0.32465), (0, 0.01111) })
        {
            double mean = FeatureCodes.Times(spikes, 5, field).Length / 40_000.0;
            Assert.InRange(mean, rate - 0.0125, rate + 0.0125);
        }
        Assert.Equal(spikes, Encode([0.5f], options));
        Assert.NotEqual(spikes, Encode([0.5f], options with { Seed = 4 }));
    }

    [Fact]
    public void Encode_refuses_to_draw_without_a_seed() =>
        Assert.Throws<ArgumentException>(() => Encode([0.5f], new()));

    [Fact]
    public void Decode_is_off_by_no_more_than_the_draws_and_the_missing_fields_are() =>
        FeatureCodes.Unit.Sample(features =>
        {
            PopulationRateEncodingOptions options = new() { NumSteps = 400, NumFields = 10, Seed = 3 };
            float[] decoded = FeatureCodes.Decode(Encode(features, options), features.Length, (spikes, into) =>
                PopulationRateEncoding.Decode(spikes, into, [ValueRange.Unit], options with { Seed = null }));
            // In distances of centres: the mean of the error, and eight times its standard deviation.
            Assert.All(features.Zip(decoded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) * 8, 0,
                0.1 + 8 * 0.5 / Math.Sqrt(400)));
        }, iter: 50);

    [Fact]
    public void Decode_gives_the_middle_of_the_range_where_no_field_fired() =>
        Assert.Equal([4], FeatureCodes.Decode(new float[9], 1, (spikes, into) =>
            PopulationRateEncoding.Decode(spikes, into, [new(3, 5)], new() { NumSteps = 3, NumFields = 3 })));

    [Fact]
    public void Encode_of_doubles_gives_what_their_singles_give()
    {
        PopulationRateEncodingOptions options = new() { NumSteps = 20, NumFields = 5, Seed = 3 };
        float[] spikes = new float[200];
        PopulationRateEncoding.Encode((ReadOnlySpan<double>)[0.25, 0.5], spikes, [ValueRange.Unit], options);
        Assert.Equal(Encode([0.25f, 0.5f], options), spikes);
        Assert.Throws<ArgumentException>(() =>
            PopulationRateEncoding.Encode((ReadOnlySpan<double>)[0.25, 0.5], new float[199], [ValueRange.Unit], options));
    }

    private static float[] Encode(float[] features, PopulationRateEncodingOptions options) =>
        FeatureCodes.Encode(features, options.NumSteps * options.NumFields, (from, spikes) =>
            PopulationRateEncoding.Encode(from, spikes, [ValueRange.Unit], options));
}
