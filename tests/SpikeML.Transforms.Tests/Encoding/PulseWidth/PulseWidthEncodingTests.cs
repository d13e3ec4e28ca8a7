using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Encoding.Reference;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.PulseWidth;

public class PulseWidthEncodingTests
{
    private static readonly PulseWidthEncodingOptions Unit = new() { Period = 4, Lowest = 0, Highest = 1 };

    [Theory]
    // The carrier at steps 1 to 8: 0, 1/4, 1/2, 3/4, 0, 1/4, 1/2, 3/4.
    [InlineData(0.125f, new float[] { 0, 0, 1, 0, 0, 0, 1, 0, 0 })]
    [InlineData(0.3f, new float[] { 0, 0, 0, 1, -1, 0, 0, 1, -1 })]
    [InlineData(0.875f, new float[] { 0, 0, -1, 0, 0, 0, -1, 0, 0 })]
    [InlineData(0.25f, new float[] { 0, 0, 0, 1, 0, 0, 0, 1, 0 })]
    [InlineData(0f, new float[] { 0, 0, 1, 0, 0, 0, 1, 0, 0 })]
    [InlineData(-7f, new float[] { 0, 0, 1, 0, 0, 0, 1, 0, 0 })]
    public void Encode_fires_where_the_carrier_passes_the_value(float value, float[] expected) =>
        Assert.Equal(expected, SeriesCodes.Encode(Constant(value, 9), 1, (s, o) => PulseWidthEncoding.Encode(s, o, 1, Unit)));

    [Fact]
    public void Encode_without_off_spikes_gives_spikes_alone() =>
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 1, 0], SeriesCodes.Encode(Constant(0.3f, 9), 1, (s, o) =>
            PulseWidthEncoding.Encode(s, o, 1, Unit with { OffSpike = false })));

    [Fact]
    public void Encode_compares_with_the_carrier_before_it_is_rounded()
    {
        PulseWidthEncodingOptions tenths = Unit with { Period = 10 };
        // 0.7f is below 0.7, and 0.3f is above 1 - 0.7: both are crossed at step 8, where the carrier is 0.7.
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 0], SeriesCodes.Encode(Constant(0.7f, 10), 1, (s, o) =>
            PulseWidthEncoding.Encode(s, o, 1, tenths with { OffSpike = false })));
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, -1, 0], SeriesCodes.Encode(Constant(0.3f, 10), 1, (s, o) =>
            PulseWidthEncoding.Encode(s, o, 1, tenths)));
    }

    [Fact]
    public void Encode_of_many_neurons_is_that_of_each() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 30], Gen.Int[0, 1000]).Sample((neurons, steps, seed) =>
    {
        Random random = new(seed);
        float[] series = [.. Enumerable.Range(0, neurons * steps).Select(_ => random.Next(9) / 8f)];
        float[] all = SeriesCodes.Encode(series, 1, (s, o) => PulseWidthEncoding.Encode(s, o, neurons, Unit));
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            float[] own = [.. Enumerable.Range(0, steps).Select(step => series[step * neurons + neuron])];
            Assert.Equal(SeriesCodes.Encode(own, 1, (s, o) => PulseWidthEncoding.Encode(s, o, 1, Unit)),
                Enumerable.Range(0, steps).Select(step => all[step * neurons + neuron]));
        }
    });

    [Fact]
    public void Decode_interpolates_between_the_values_of_the_spikes_of_each_neuron()
    {
        // The first neuron's spikes are worth 5/8, 1/8, 5/8 and 1 - 5/8; the second is silent.
        float[] spikes = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, -1, 0, 0, 0], decoded = new float[20];
        PulseWidthEncoding.Decode(spikes, [0, 0], decoded, Unit);
        Assert.Equal([0.625f, 0.375f, 0.125f, 0.375f, 0.625f, 0.5625f, 0.5f, 0.4375f, 0.375f, 0.375f],
            decoded.Where((_, slot) => slot % 2 == 0));
        Assert.All(decoded.Where((_, slot) => slot % 2 == 1), value => Assert.Equal(0.5f, value));
    }

    [Fact]
    public void Decode_of_no_spikes_gives_the_middle_of_the_range()
    {
        float[] decoded = new float[3];
        PulseWidthEncoding.Decode(new float[3], [0], decoded, Unit with { Lowest = 1, Highest = 4 });
        Assert.Equal([2.5f, 2.5f, 2.5f], decoded);
    }

    [Fact]
    public void Decode_restores_constant_series_to_half_a_step_of_the_carrier() =>
        Gen.Select(Gen.Int[2, 50], Gen.Double[0, 1], Gen.Double[-9, 9])
        .Sample((period, share, lowest) =>
        {
            PulseWidthEncodingOptions options = new() { Period = period, Lowest = lowest, Highest = lowest + 3 };
            float value = (float)(lowest + 3 * share);
            float[] series = Constant(value, 3 * period), spikes = new float[series.Length], decoded = new float[series.Length];
            PulseWidthEncoding.Encode(series, spikes, 1, options);
            PulseWidthEncoding.Decode(spikes, [0], decoded, options);
            Assert.All(decoded, own => Assert.InRange(own, value - 1.5 / period - 1e-5, value + 1.5 / period + 1e-5));
        });

    [Fact]
    public void Fit_learns_the_range_and_if_asked_the_period()
    {
        MLContext context = new(seed: 1);
        float[] sine = [.. Enumerable.Range(0, 400).Select(step => (float)(5 + 2 * Math.Sin(step * 0.02)))];
        IDataView data = OneColumn.Of(context, [400], sine);
        PulseWidthEncodingOptions given = context.Transforms.Spikes.EncodePulseWidth("S", "Features").Fit(data).Codes[0];
        Assert.Equal((sine.Min(), sine.Max(), 10), (given.Lowest!.Value, given.Highest!.Value, given.Period));
        PulseWidthEncodingOptions found = context.Transforms.Spikes.EncodePulseWidth("S", "Features", new() { Period = null })
            .Fit(data).Codes[0];
        Assert.Contains(found.Period!.Value, new[] { 4, 8, 16, 32, 64 });
    }

    [Theory]
    [MemberData(nameof(SeriesSignals.Names), MemberType = typeof(SeriesSignals))]
    public void Fit_finds_the_period_of_the_best_decoded_signal(string signal)
    {
        MLContext context = new(seed: 1);
        float[] series = SeriesSignals.Of(signal);
        IDataView data = OneColumn.Of(context, [series.Length], series);
        PulseWidthEncodingOptions found = context.Transforms.Spikes.EncodePulseWidth("S", "Features", new() { Period = null })
            .Fit(data).Codes[0];
        int[] periods = [4, 8, 16, 32, 64];
        Assert.Equal(periods.MinBy(period => Noise(series, found with { Period = period })), found.Period);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    public void Noise_is_that_of_the_decoded_series(int steps)
    {
        Random random = new(steps);
        PulseWidthEncodingOptions options = Unit with { Period = 8 };
        float[] tile = [.. Enumerable.Range(0, steps * DoubleLanes.Count).Select(_ => random.NextSingle())];
        DoubleLanes noise = options.Noise<float>(tile, new TrialMemory());
        for (int lane = 0; lane < DoubleLanes.Count; lane++)
            Assert.Equal(Noise([.. tile.Where((_, slot) => slot % DoubleLanes.Count == lane)], options), noise[lane], 1e-5);
    }

    [Theory]
    [InlineData(null, null, 7, 0, 14)]
    [InlineData(null, null, 0.25, -0.75, 1.25)]
    [InlineData(10.0, null, 7, 10, 17)]
    [InlineData(null, 3.0, 7, 0, 3)]
    [InlineData(5.0, null, 7, 5, 7)]
    [InlineData(null, 9.0, 7, 7, 9)]
    [InlineData(-1.0, 1.0, 7, -1, 1)]
    public void Fit_to_a_constant_series_learns_a_range_around_it_unless_an_end_is_given(
        double? lowest, double? highest, float value, double learnedLowest, double learnedHighest)
    {
        MLContext context = new(seed: 1);
        PulseWidthEncodingOptions code = context.Transforms.Spikes
            .EncodePulseWidth("S", "Features", new() { Lowest = lowest, Highest = highest })
            .Fit(OneColumn.Of(context, [20], Constant(value, 20))).Codes[0];
        Assert.Equal((learnedLowest, learnedHighest), (code.Lowest, code.Highest));
    }

    [Fact]
    public void A_row_does_not_depend_on_the_row_before()
    {
        EncodedRow pipeline = new(Unit, 9, 1);
        foreach (float value in (float[])[0.125f, 0.875f, 0.875f, 0, 0.875f, 0.125f])
            Assert.Equal(SeriesCodes.Encode(Constant(value, 9), 1, (s, o) => PulseWidthEncoding.Encode(s, o, 1, Unit)),
                pipeline.Encode(Constant(value, 9)));
    }

    [Fact]
    public void Fit_to_a_constant_series_restores_it()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [20], Constant(7, 20));
        PulseWidthEncodingOptions code = context.Transforms.Spikes.EncodePulseWidth("S", "Features").Fit(data).Codes[0];
        Assert.True(code.Lowest <= 7 && code.Highest >= 7 && code.Lowest < code.Highest);
    }

    private static double Noise(float[] series, PulseWidthEncodingOptions options)
    {
        float[] spikes = SeriesCodes.Encode(series, 1, (s, o) => PulseWidthEncoding.Encode(s, o, 1, options));
        return SeriesSignals.Noise(series, SeriesCodes.Decode(spikes, series, 1, (from, first, into) =>
            PulseWidthEncoding.Decode(from, first, into, options)));
    }

    private static float[] Constant(float value, int steps) => [.. Enumerable.Repeat(value, steps)];
}
