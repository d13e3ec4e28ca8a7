using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Encoding.Reference;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.StepForward;

public class StepForwardEncodingTests
{
    private static readonly StepForwardEncodingOptions ThreeQuarters = new() { Threshold = 0.75 };

    [Fact]
    public void Encode_gives_the_published_vector() =>
        Assert.Equal([0, 1, 1, 0, -1, -1], Encode([0, 1, 2, 1, -1, -1], 1, ThreeQuarters));

    [Fact]
    public void Encode_keeps_neurons_apart() =>
        Assert.Equal([0, 0, 1, -1, 1, 0], Encode([0, 0, 1, -1, 2, -1], 2, ThreeQuarters));

    [Fact]
    public void A_pipeline_encodes_series_of_many_steps_as_the_kernel_does()
    {
        Random random = new(1);
        float[] series = [.. Enumerable.Range(0, 3 * 3000).Select(_ => 4 * random.NextSingle())];
        Assert.Equal(Encode(series, 3, ThreeQuarters), new EncodedRow(ThreeQuarters, 3000, 3).Encode(series));
    }

    [Fact]
    public void Decode_stays_within_the_threshold_of_series_that_change_by_no_more() =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            // Values of at most 4 become changes of at most 1/2.
            float[] slow = [.. series];
            for (int slot = 0; slot < slow.Length; slot++)
                slow[slot] = slow[slot] / 8 + (slot < neurons ? 0 : slow[slot - neurons]);
            StepForwardEncodingOptions options = new() { Threshold = 0.5 };
            float[] decoded = SeriesCodes.Decode(Encode(slow, neurons, options), slow, neurons, (spikes, first, into) =>
                StepForwardEncoding.Decode(spikes, first, into, options));
            Assert.InRange(SeriesCodes.LargestError(slow, decoded), 0, 0.5f);
        }, iter: 300);

    [Fact]
    public void Fit_finds_the_threshold_of_the_best_decoded_signal()
    {
        MLContext context = new(seed: 1);
        float[][] rows = [.. Enumerable.Range(0, 5).Select(row =>
            Enumerable.Range(0, 50).Select(step => (float)Math.Sin(step * 0.2 + row)).ToArray())];
        StepForwardEncodingOptions found = context.Transforms.Spikes.EncodeStepForward("S", "Features")
            .Fit(OneColumn.Of(context, [50], rows)).Codes[0];
        double least = Enumerable.Range(2, 59).Min(part => Noise(rows, part / 100.0 * 2));
        Assert.InRange(Noise(rows, found.Threshold!.Value), 0, least * 1.02);
    }

    [Fact]
    public void Encode_refuses_to_guess_a_threshold() =>
        Assert.Contains("set Threshold", Assert.Throws<ArgumentException>(() => Encode([1], 1, new())).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Threshold_is_checked(double threshold) =>
        Assert.Equal("Threshold", Assert.Throws<ArgumentOutOfRangeException>(() =>
            new MLContext().Transforms.Spikes.EncodeStepForward("S", options: new() { Threshold = threshold })).ParamName);

    private static double Noise(float[][] rows, double threshold) => rows.Sum(series =>
    {
        StepForwardEncodingOptions options = new() { Threshold = threshold };
        float[] decoded = SeriesCodes.Decode(Encode(series, 1, options), series, 1, (spikes, first, into) =>
            StepForwardEncoding.Decode(spikes, first, into, options));
        return series.Zip(decoded, (value, other) => Math.Pow(value - other, 2)).Sum();
    });

    private static float[] Encode(float[] series, int neurons, StepForwardEncodingOptions options) =>
        SeriesCodes.Encode(series, 1, (from, spikes) => StepForwardEncoding.Encode(from, spikes, neurons, options));
}
