using CsCheck;
using Microsoft.ML;
using SpikeML.Tests.Pipelines;

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
            float[] decoded = SeriesCodes.Decode(Encode(series, neurons, options), series, neurons, (from, first, into) => MultiThresholdEncoding.Decode(from, first, into, options));
            Assert.InRange(SeriesCodes.LargestError(series, decoded), 0, 0.25f);
        }, iter: 300);

    [Fact]
    public void Fit_learns_the_range()
    {
        MLContext context = new(seed: 1);
        IDataView data = OneColumn.Of(context, [3], [1, 2, 3], [-1, 0, 5]);
        MultiThresholdEncodingTransformer model = context.Transforms.Spikes.EncodeMultiThreshold("S", "Features", new() { NumThresholds = 4 }).Fit(data);
        Assert.Equal((-1, 5), (model.Options[0].Lowest, model.Options[0].Highest));
        Assert.Equal([3, 8], OneColumn.Dimensions(model.Transform(data), "S"));
    }

    private static float[] Encode(float[] series, int neurons, MultiThresholdEncodingOptions options) =>
        SeriesCodes.Encode(series, 2 * options.NumThresholds, (from, spikes) => MultiThresholdEncoding.Encode(from, spikes, neurons, options));
}
