using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.MultiThreshold;

public class MultiThresholdEncodingTests
{
    [Fact]
    public void Encode_fires_the_neurons_of_the_thresholds_that_are_crossed() =>
        // Thresholds 0, 1, 2: from 0.5 to 2 over the upper two, from 2 to -1 back over all.
        Assert.Equal([0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0],
            Encode([0.5f, 2, -1], 1, new() { NumThresholds = 3, Lowest = 0, Highest = 2 }));

    [Fact]
    public void Decode_stays_within_half_the_distance_between_thresholds() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            MultiThresholdEncodingOptions options = new() { NumThresholds = 17, Lowest = -4, Highest = 4 };
            float[] decoded = SeriesCodes.Decode(Encode(series, neurons, options), series, neurons, (from, first, into) =>
                MultiThresholdEncoding.Decode(from, first, into, options));
            Assert.InRange(SeriesCodes.LargestError(series, decoded), 0, 0.25f);
        }, iter: 300);

    [Theory]
    [MemberData(nameof(SeriesSignals.Names), MemberType = typeof(SeriesSignals))]
    public void Fit_finds_thresholds_as_good_as_any_of_the_grid(string signal)
    {
        float[] series = SeriesSignals.Of(signal);
        (double lowest, double range) = (series.Min(), (double)series.Max() - series.Min());
        double fitted = Noise(series, Fit(series, new() { NumThresholds = null }));
        foreach (int number in new[] { 2, 4, 8, 16, 32 })
        {
            double ofNumber = Noise(series, Fit(series, new() { NumThresholds = number }));
            Assert.InRange(fitted, 0, ofNumber);
            for (int below = 0; below <= 10; below++)
            {
                for (int above = 0; above <= 10; above++)
                    Assert.InRange(ofNumber, 0, Noise(series, new()
                    {
                        NumThresholds = number,
                        Lowest = lowest + below / 50.0 * range,
                        Highest = lowest + range - above / 50.0 * range,
                    }) + 1e-9);
            }
        }
    }

    [Fact]
    public void Fit_keeps_what_is_given()
    {
        MultiThresholdEncodingOptions fitted = Fit(SeriesSignals.Of("sine"), new() { Lowest = 0.05, NumThresholds = null });
        Assert.Equal(0.05, fitted.Lowest);
        Assert.InRange(fitted.Highest!.Value, 0.7, 0.91);
        Assert.Equal(32, fitted.NumThresholds);
        Assert.Equal(8, Fit(SeriesSignals.Of("sine"), new()).NumThresholds);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(-3.0, null)]
    public void Fit_to_a_constant_signal_restores_it(double? lowest, double? highest)
    {
        float[] series = [0.7f, 0.7f, 0.7f, 0.7f];
        Assert.InRange(Noise(series, Fit(series, new() { Lowest = lowest, Highest = highest })), 0, 1e-12);
    }

    [Theory]
    [InlineData(9.0, null)]
    [InlineData(null, -9.0)]
    public void Fit_takes_data_beyond_the_threshold_that_is_given_for_it(double? lowest, double? highest)
    {
        MultiThresholdEncodingOptions fitted = Fit([0, 1, 2], new() { Lowest = lowest, Highest = highest });
        Assert.True(fitted.Lowest < fitted.Highest);
        Assert.All(Restored([0, 1, 2], fitted), value => Assert.Equal(lowest ?? highest!.Value, value));
    }

    [Fact]
    public void A_saved_model_keeps_what_was_fitted()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [64], SeriesSignals.Of("ECG-like"));
        SpikeTransformer<MultiThresholdEncodingOptions> model =
            context.Transforms.Spikes.EncodeMultiThreshold("S", "Features", new() { NumThresholds = null }).Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(context, model, data.Schema, out _);
        Assert.Equal(model.Codes, Assert.IsType<SpikeTransformer<MultiThresholdEncodingOptions>>(loaded).Codes);
        Assert.Equal(OneColumn.Read(model.Transform(data), "S")[0], OneColumn.Read(loaded.Transform(data), "S")[0]);
    }

    [Fact]
    public void EncodeSlots_names_the_slot_of_a_value_that_is_not_finite() => Assert.Equal(2,
        Assert.Throws<InvalidFeatureException>(() =>
            MultiThresholdEncoding.EncodeSlots<float>([0, 1, float.NaN], new int[99], 1, new ThresholdLevels(0, 1, 2))).Slot);

    [Fact]
    public void Kernels_need_all_options() =>
        Assert.Contains("set NumThresholds", Assert.Throws<ArgumentException>(() =>
            MultiThresholdEncoding.Encode([1], new float[16], 1, new() { NumThresholds = null, Lowest = 0, Highest = 1 }))
                .Message, StringComparison.Ordinal);

    private static MultiThresholdEncodingOptions Fit(float[] series, MultiThresholdEncodingOptions options)
    {
        MLContext context = new(seed: 1);
        return context.Transforms.Spikes.EncodeMultiThreshold("S", "Features", options)
            .Fit(OneColumn.Of(context, [series.Length], series)).Codes[0];
    }

    private static double Noise(float[] series, MultiThresholdEncodingOptions options) =>
        SeriesSignals.Noise(series, Restored(series, options));

    private static float[] Restored(float[] series, MultiThresholdEncodingOptions options) =>
        SeriesCodes.Decode(Encode(series, 1, options), series, 1, (from, first, into) =>
            MultiThresholdEncoding.Decode(from, first, into, options));

    private static float[] Encode(float[] series, int neurons, MultiThresholdEncodingOptions options) =>
        SeriesCodes.Encode(series, 2 * options.NumThresholds!.Value, (from, spikes) =>
            MultiThresholdEncoding.Encode(from, spikes, neurons, options));
}
