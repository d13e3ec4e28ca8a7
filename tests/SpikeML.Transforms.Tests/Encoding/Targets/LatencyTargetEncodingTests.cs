using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Targets;

public class LatencyTargetEncodingTests
{
    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(3, 20)]
    public void Fit_gives_as_many_steps_as_the_kernel_needs_when_NumSteps_is_null(int classes, double tau)
    {
        LatencyTargetEncodingOptions options = new() { Latency = new() { NumSteps = null, Tau = tau } };
        float[][] labels = [.. Enumerable.Range(0, classes).Select(label => new[] { (float)label })];
        int steps = classes == 1 ? (int)MathF.Round(LatencyEncoding.LargestTime([1], options.Latency)) + 1
            : (int)MathF.Round(LatencyEncoding.LargestTime([0, 1], options.Latency)) + 1;

        IDataView learned = Encode(options, labels), given = Encode(options with { NumClasses = classes }, labels);

        Assert.Equal([steps, 1, classes], OneColumn.Dimensions(learned, "Targets"));
        Assert.Equal([steps, 1, classes], OneColumn.Dimensions(given, "Targets"));
        float[] targets = new float[steps * classes];
        LatencyTargetEncoding.Encode(labels[0], targets, classes, options);
        Assert.Equal(targets, OneColumn.Read(learned, "Targets")[0]);
    }

    [Fact]
    public void Encode_refuses_arguments_that_do_not_fit()
    {
        Assert.Throws<ArgumentNullException>("options", () => LatencyTargetEncoding.Encode([0], new float[200], 2, null!));
        Assert.Throws<ArgumentOutOfRangeException>("NumClasses", () =>
            LatencyTargetEncoding.Encode([0], new float[200], 2, new() { NumClasses = 0 }));
        Assert.Equal(1, Assert.Throws<InvalidFeatureException>(() =>
            LatencyTargetEncoding.Encode([0, 2], new float[400], 2, new())).Slot);
    }

    private IDataView Encode(LatencyTargetEncodingOptions options, float[][] labels)
    {
        IDataView data = OneColumn.Of(_context, "Label", [1], labels);
        return _context.Transforms.Spikes.EncodeLatencyTargets("Targets", "Label", options).Fit(data).Transform(data);
    }
}
