using CsCheck;

namespace SpikeML.Tests.Encoding.Bsa;

public class BsaEncodingTests
{
    private static readonly BsaEncodingOptions Halves = new() { Filter = [0.5f, 0.5f], Threshold = 0.1 };

    [Fact]
    public void Encode_and_Decode_give_the_published_vector()
    {
        float[] series = [0, 0.5f, 1, 0.5f, 0, 0];
        float[] spikes = Encode(series, 1, Halves);
        Assert.Equal([0, 1, 1, 0, 0, 0], spikes);
        Assert.Equal(series, Decode(spikes, series, 1, Halves));
    }

    [Fact]
    public void Decode_brings_the_error_down_by_the_threshold_for_each_spike() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            BsaEncodingOptions options = new() { Filter = [0.25f, 0.5f, 0.25f], Threshold = 0.125 };
            float[] spikes = Encode(series, neurons, options);
            float[] decoded = Decode(spikes, series, neurons, options);
            double error = series.Zip(decoded, (value, other) => Math.Abs((double)value - other)).Sum();
            Assert.InRange(error, 0, series.Sum(value => Math.Abs((double)value)) - 0.125 * spikes.Sum() + 1e-4);
        }, iter: 300);

    /// <summary>Then nothing is left of the series, and the error falls by exactly the threshold.</summary>
    [Fact]
    public void Encode_fires_if_the_series_is_the_filter_and_the_threshold_its_sum()
    {
        Random random = new(3);
        for (int length = 1; length <= 64; length++)
        {
            float[] filter = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
            double sum = filter.Sum(value => (double)value);
            foreach (int neurons in (int[])[1, 2, 16, 19])
            {
                float[] series = [.. filter.SelectMany(value => Enumerable.Repeat(value, neurons))];
                float[] fires = Encode(series, neurons, new() { Filter = [.. filter], Threshold = sum });
                Assert.Equal([.. Enumerable.Repeat(1f, neurons), .. new float[series.Length - neurons]], fires);
                Assert.Equal(new float[series.Length],
                    Encode(series, neurons, new() { Filter = [.. filter], Threshold = double.BitIncrement(sum) }));
            }
        }
    }

    [Fact]
    public void Default_filter_restores_a_slow_signal()
    {
        float[] series = [.. Enumerable.Range(0, 400).Select(step => (float)(0.5 - 0.35 * Math.Cos(step * 0.05)))];
        BsaEncodingOptions options = new() { Threshold = 0.5 };
        float[] decoded = Decode(Encode(series, 1, options), series, 1, options);
        Assert.InRange(series.Zip(decoded, (value, other) => Math.Pow(value - other, 2)).Skip(20).Take(360).Average(), 0, 0.03);
    }

    private static float[] Decode(float[] spikes, float[] series, int neurons, BsaEncodingOptions options) =>
        SeriesCodes.Decode(spikes, series, neurons, (from, first, into) => BsaEncoding.Decode(from, first, into, options));

    private static float[] Encode(float[] series, int neurons, BsaEncodingOptions options) =>
        SeriesCodes.Encode(series, 1, (from, spikes) => BsaEncoding.Encode(from, spikes, neurons, options));
}
