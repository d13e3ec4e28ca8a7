using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.ThresholdBased;

public class ThresholdBasedEncodingTests
{
    // Changes 1, 1, 2, 0, 0: mean 0.8, sample deviation 0.8367.
    private static readonly float[] Series = [0, 1, 2, 4, 4];

    public static TheoryData<float[], ThresholdBasedEncodingOptions, float[]> Vectors => new()
    {
        { Series, new() { Factor = 0 }, [1, 1, 1, 0, 0] },
        { Series, new() { Factor = 1 }, [0, 0, 1, 0, 0] },
        { Series, new() { Factor = 3 }, [0, 0, 0, 0, 0] },
        // The last change stands twice.
        { [0, 0, 0, 2], new() { Threshold = 1 }, [0, 0, 1, 1] },
        { [2, 0, 1, 1], new() { Threshold = 0.5 }, [-1, 1, 0, 0] },
        { [3], new() { Factor = 1 }, [0] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_gives_spikes_at_changes_above_the_threshold(float[] series, ThresholdBasedEncodingOptions options,
        float[] expected) =>
        Assert.Equal(expected, Encode(series, 1, options));

    [Fact]
    public void Decode_is_off_by_no_more_than_what_the_changes_differ_from_their_spikes() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            ThresholdBasedEncodingOptions options = new() { Threshold = 0.5 };
            float[] spikes = Encode(series, neurons, options);
            float[] decoded = SeriesCodes.Decode(spikes, series, neurons, (from, first, into) =>
                ThresholdBasedEncoding.Decode(from, first, into, options));
            for (int slot = neurons; slot < series.Length; slot++)
            {
                double bound = 0;
                for (int before = slot - neurons; before >= 0; before -= neurons)
                    bound += Math.Abs(series[before + neurons] - series[before] - 0.5 * spikes[before]);
                Assert.InRange(Math.Abs(decoded[slot] - series[slot]), 0, bound + 1e-5);
            }
        }, iter: 300);

    [Fact]
    public void Threshold_is_the_mean_and_the_factor_times_the_deviation_of_the_changes()
    {
        ThresholdBasedEncodingOptions options = new() { Factor = 2 };
        Assert.Equal(0.8 + 2 * Math.Sqrt(2.8 / 4), ThresholdBasedEncoding.Threshold(Series, 1, options), 12);
        Assert.Equal(0, ThresholdBasedEncoding.Threshold((float[])[], 1, options));
        // A single step has no change.
        Assert.Equal(0, ThresholdBasedEncoding.Threshold((float[])[3], 1, options));
        Assert.Equal(0, ThresholdBasedEncoding.Threshold((double[])[3, 4], 2, options));
    }

    [Fact]
    public void Threshold_is_exact_where_changes_are_large_and_their_deviation_is_small()
    {
        // Changes of 2^20, 2^20 + 1/8, 2^20 + 1/8 and 2^20 + 1/8 again.
        double[] series = [0, 1048576, 2097152.125, 3145728.25];
        double mean = 1048576 + 3 / 32.0, deviation = Math.Sqrt((9 + 3 * 1) / 1024.0 / 3);
        Assert.Equal(mean + 3 * deviation, ThresholdBasedEncoding.Threshold(series, 1, new() { Factor = 3 }), 1e-9);
    }

    [Fact]
    public void Threshold_refuses_arguments_that_do_not_fit()
    {
        Assert.Throws<ArgumentNullException>("options", () => ThresholdBasedEncoding.Threshold(Series, 1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("stride", () =>
            ThresholdBasedEncoding.Threshold(Series, 0, new() { Factor = 1 }));
        Assert.Throws<ArgumentException>("Factor", () => ThresholdBasedEncoding.Threshold(Series, 1, new()));
    }

    [Fact]
    public void Encode_takes_a_series_of_no_steps() => Assert.Empty(Encode([], 2, new() { Factor = 1 }));

    [Fact]
    public void Factor_and_threshold_exclude_each_other() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Encode(Series, 1, new() { Factor = 1, Threshold = 1 }));

    [Theory]
    [MemberData(nameof(SeriesSignals.Names), MemberType = typeof(SeriesSignals))]
    public void Fit_finds_a_threshold_as_good_as_any_of_the_grid(string signal)
    {
        float[] series = SeriesSignals.Of(signal);
        double fitted = Noise(series, Fit(series).Threshold!.Value), range = (double)series.Max() - series.Min();
        for (int part = 0; part <= 60; part++)
        {
            double ofFactor = ThresholdBasedEncoding.Threshold(series, 1, new() { Factor = part / 20.0 });
            if (ofFactor > 0)
                Assert.InRange(fitted, 0, Noise(series, ofFactor) + 1e-9);
            if (part >= 2)
                Assert.InRange(fitted, 0, Noise(series, part / 100.0 * range) + 1e-9);
        }
    }

    [Fact]
    public void Noise_is_that_of_the_decoded_series()
    {
        Random random = new(1);
        float[] tile = [.. Enumerable.Range(0, 40 * DoubleLanes.Count).Select(_ => random.NextSingle())];
        ThresholdBasedEncodingOptions options = new() { Threshold = 0.3 };
        DoubleLanes noise = options.Noise<float>(tile, new TrialMemory());
        for (int lane = 0; lane < DoubleLanes.Count; lane++)
            Assert.Equal(Noise([.. tile.Where((_, slot) => slot % DoubleLanes.Count == lane)], 0.3), noise[lane], 1e-4);
    }

    [Fact]
    public void Fit_says_which_factor_it_found_the_threshold_with()
    {
        float[] series = SeriesSignals.Of("sine");
        ThresholdBasedEncodingOptions fitted = Fit(series);
        Assert.Null(fitted.Factor);
        Assert.Equal(ThresholdBasedEncoding.Threshold(series, 1, new() { Factor = fitted.FittedFactor!.Value }),
            fitted.Threshold!.Value, 12);
        // All changes of a ramp are the same, and none is above their mean: a part of the range is better.
        Assert.Null(Fit(SeriesSignals.Of("ramp")).FittedFactor);
    }

    [Fact]
    public void Fit_takes_the_changes_of_all_rows_and_neurons_together()
    {
        MLContext context = new(seed: 1);
        // Changes 1 and 1, -2 and -2 of the first neuron (the last one stands twice), and four of 0: mean -1/4, squares 9.5.
        IDataView data = OneColumn.Of(context, [2, 2], [0, 1000, 1, 1000], [2, 1000, 0, 1000]);
        ThresholdBasedEncodingOptions fitted = context.Transforms.Spikes.EncodeThresholdBased("S", "Features").Fit(data).Codes[0];
        Assert.Equal(1.9, fitted.FittedFactor!.Value, 12);
        Assert.Equal(-0.25 + 1.9 * Math.Sqrt(9.5 / 7), fitted.Threshold!.Value, 12);
    }

    [Fact]
    public void Fit_to_a_constant_signal_gives_no_spikes()
    {
        float[] series = [0.7f, 0.7f, 0.7f];
        Assert.Equal((1, null), (Fit(series).Threshold, Fit(series).FittedFactor));
        Assert.Equal([0, 0, 0], Encode(series, 1, Fit(series)));
    }

    [Fact]
    public void A_saved_model_keeps_what_was_fitted()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [64], SeriesSignals.Of("sine"));
        SpikeTransformer<ThresholdBasedEncodingOptions> model = context.Transforms.Spikes.EncodeThresholdBased("S", "Features")
            .Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(context, model, data.Schema, out _);
        Assert.Equal(model.Codes, Assert.IsType<SpikeTransformer<ThresholdBasedEncodingOptions>>(loaded).Codes);
        Assert.Equal(OneColumn.Read(model.Transform(data), "S")[0], OneColumn.Read(loaded.Transform(data), "S")[0]);
    }

    private static ThresholdBasedEncodingOptions Fit(float[] series)
    {
        MLContext context = new(seed: 1);
        return context.Transforms.Spikes.EncodeThresholdBased("S", "Features").Fit(OneColumn.Of(context, [series.Length], series))
            .Codes[0];
    }

    private static double Noise(float[] series, double threshold)
    {
        ThresholdBasedEncodingOptions options = new() { Threshold = threshold };
        return SeriesSignals.Noise(series, SeriesCodes.Decode(Encode(series, 1, options), series, 1, (from, first, into) =>
            ThresholdBasedEncoding.Decode(from, first, into, options)));
    }

    private static float[] Encode(float[] series, int neurons, ThresholdBasedEncodingOptions options) =>
        SeriesCodes.Encode(series, 1, (from, spikes) => ThresholdBasedEncoding.Encode(from, spikes, neurons, options));
}
