using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.MovingWindow;

public class MovingWindowEncodingTests
{
    public static TheoryData<float[], int, float[]> Vectors => new()
    {
        { [0, 0, 4, 0, 2], 1, [0, 0, 1, -1, 0] },
        // The first window + 1 values share their own mean, 2.
        { [0, 4, 4], 1, [-1, 1, 1] },
        { [0, 4], 8, [-1, 1] },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_compares_with_the_mean_of_the_values_before(float[] series, int window, float[] expected) =>
        Assert.Equal(expected, Encode(series, 1, new() { Threshold = 1, Window = window }));

    /// <summary>
    /// Distances that are equal to the threshold, or next to it, decide as in double precision, whatever the width, the number of
    /// neurons and the size of the values.
    /// </summary>
    [Theory]
    [InlineData(1f)]
    [InlineData(1e-44f)]
    [InlineData(1e-20f)]
    [InlineData(3e38f)]
    public void Encode_compares_in_double_precision_when_values_are_close_to_the_threshold(float scale)
    {
        Random random = new(2);
        foreach ((int steps, int neurons, int window) in
            new[] { (40, 33, 4), (60, 1, 2), (50, 5, 15), (50, 17, 20), (60, 5, 40) })
        {
            // Multiples of the threshold; then values of which one is as far from its mean as the threshold, also where all of
            // them are large and close together.
            for (int place = 0; place < 8; place++)
            {
                bool whole = place == 0;
                float spread = place % 2 == 0 ? 1 : 0.01f;
                float[] series = [.. Enumerable.Range(0, steps * neurons).Select(_ =>
                    (whole ? random.Next(-4, 5) / 4f : 1 - spread * random.NextSingle()) * scale)];
                double distance = OneDistance(series, series.Length * place / 8, neurons, window);
                double threshold = Math.Max(whole ? 0.25 * scale : distance, double.Epsilon);
                float[] expected = Compared(series, neurons, window, threshold);
                Assert.Equal(expected, Encode(series, neurons, new() { Threshold = threshold, Window = window }));
                float[] spikes = new float[series.Length];
                MovingWindowEncoding.Encode([.. series.Select(value => (double)value)], spikes, neurons,
                    new() { Threshold = threshold, Window = window });
                Assert.Equal(expected, spikes);
            }
        }
    }

    /// <summary>The distance of one value from its mean, so that rounding decides whether it spikes.</summary>
    private static double OneDistance(float[] series, int slot, int neurons, int window) =>
        Math.Abs(series[slot] - Mean(series, slot, neurons, window + 1));

    private static float[] Compared(float[] series, int neurons, int window, double threshold) =>
        [.. series.Select((value, slot) => (value, mean: Mean(series, slot, neurons, window + 1))).Select(own =>
            own.value > own.mean + threshold ? 1f : own.value < own.mean - threshold ? -1 : 0)];

    private static double Mean(float[] series, int slot, int neurons, int width)
    {
        int from = Math.Max(0, slot / neurons - width) * neurons + slot % neurons;
        double sum = 0;
        for (int step = 0; step < width; step++)
            sum += series[from + step * neurons];
        return sum / width;
    }

    [Theory]
    [InlineData(5, 40)]
    [InlineData(1, 200)]
    [InlineData(21, 30)]
    [InlineData(16, 3)]
    [InlineData(37, 70)]
    public void EncodeSteps_gives_the_same_however_the_steps_are_divided(int neurons, int window)
    {
        Random random = new(4);
        float[] series = [.. Enumerable.Range(0, 240 * neurons).Select(_ => random.Next(-8, 9) / 8f)];
        float[] expected = Encode(series, neurons, new() { Threshold = 0.25, Window = window });
        foreach (int together in (int[])[1, 7, 64])
        {
            float[] spikes = new float[series.Length];
            double[] state = new double[MovingWindowEncoding.StateLength(neurons)];
            MovingWindowEncoding.Begin<float>(series, neurons, window, state);
            for (int step = 0; step < 240; step += together)
            {
                Span<float> own = spikes.AsSpan(step * neurons, Math.Min(together, 240 - step) * neurons);
                MovingWindowEncoding.EncodeSteps<float>(series, step, own, neurons, 0.25, window, state);
            }
            Assert.Equal(expected, spikes);
        }
    }

    [Fact]
    public void Decode_moves_by_the_threshold_at_each_spike() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            MovingWindowEncodingOptions options = new() { Threshold = 0.25, Window = 3 };
            float[] spikes = Encode(series, neurons, options);
            float[] decoded = SeriesCodes.Decode(spikes, series, neurons, (from, first, into) =>
                MovingWindowEncoding.Decode(from, first, into, options));
            for (int slot = neurons; slot < series.Length; slot++)
                Assert.Equal(0.25f * spikes[slot], decoded[slot] - decoded[slot - neurons]);
            // What no window is left by gives no spikes, and is restored as it was.
            float[] constant = [.. series.Select(_ => 3f)];
            Assert.Equal(constant, SeriesCodes.Decode(Encode(constant, neurons, options), constant, neurons,
                (from, first, into) => MovingWindowEncoding.Decode(from, first, into, options)));
        }, iter: 200);

    [Fact]
    public void Fit_finds_threshold_and_window_together()
    {
        MLContext context = new(seed: 1);
        float[] series = [.. Enumerable.Range(0, 80).Select(step => step % 20 < 10 ? 0f : 1)];
        MovingWindowEncodingOptions found = context.Transforms.Spikes.EncodeMovingWindow("S", "Features")
            .Fit(OneColumn.Of(context, [80], series)).Codes[0];
        Assert.InRange(found.Threshold!.Value, 0.02, 0.6);
        Assert.Contains(found.Window!.Value, Enumerable.Range(1, 15).Select(half => 2 * half));
        float[] decoded = SeriesCodes.Decode(Encode(series, 1, found), series, 1, (from, first, into) =>
            MovingWindowEncoding.Decode(from, first, into, found));
        // Better than saying the mean all the time.
        Assert.InRange(series.Zip(decoded, (value, other) => Math.Pow(value - other, 2)).Sum(), 0, 20);
    }

    private static float[] Encode(float[] series, int neurons, MovingWindowEncodingOptions options) =>
        SeriesCodes.Encode(series, 1, (from, spikes) => MovingWindowEncoding.Encode(from, spikes, neurons, options));
}
