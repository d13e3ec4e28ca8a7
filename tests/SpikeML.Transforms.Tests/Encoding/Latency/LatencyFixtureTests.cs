using Microsoft.ML;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Fixtures;

namespace SpikeML.Tests.Encoding.Latency;

/// <summary>Agreement with snnTorch's <c>latency</c>, <c>latency_code</c> and <c>latency_interpolate</c>, case by case.</summary>
public class LatencyFixtureTests
{
    [Fact]
    public void Encode_gives_snnTorchs_spikes()
    {
        foreach (SnnTorchCase example in SnnTorchCase.Read("latency"))
        {
            LatencyEncodingOptions options = Options(example);
            float[] spikes = new float[options.NumSteps!.Value * example.Input.Length];
            Array.Fill(spikes, float.NaN);
            if (example.Fails)
                Assert.ThrowsAny<Exception>(() => LatencyEncoding.Encode(example.Input, spikes, options));
            else
                AssertSpikes(example, () => { LatencyEncoding.Encode(example.Input, spikes, options); return spikes; });
        }
    }

    [Fact]
    public void EncodeLatency_gives_snnTorchs_spikes_in_a_pipeline()
    {
        MLContext context = new(seed: 1);
        foreach (SnnTorchCase example in SnnTorchCase.Read("latency"))
        {
            IDataView data = OneColumn.Of(context, example.InputShape, example.Input);
            if (example.Fails)
            {
                Exception error = Assert.ThrowsAny<Exception>(() => Spikes(context, data, Options(example)));
                Assert.True(error is ArgumentOutOfRangeException or InvalidFeatureException, error.ToString());
            }
            else
            {
                IDataView spikes = Encoded(context, data, Options(example));
                Assert.Equal(example.OutputShape, OneColumn.Dimensions(spikes, "Spikes"));
                AssertSpikes(example, () => OneColumn.Read(spikes, "Spikes")[0]);
            }
        }
    }

    [Fact]
    public void EncodeTimes_gives_snnTorchs_times()
    {
        foreach (SnnTorchCase example in SnnTorchCase.Read("latency_code"))
        {
            LatencyEncodingOptions options = Options(example);
            float[] times = new float[example.Input.Length];
            if (example.Fails)
            {
                Assert.ThrowsAny<ArgumentOutOfRangeException>(() => LatencyEncoding.EncodeTimes(example.Input, times, options));
                continue;
            }
            LatencyEncoding.EncodeTimes(example.Input, times, options);
            AssertClose(example, times);

            MLContext context = new(seed: 1);
            IDataView data = OneColumn.Of(context, example.InputShape, example.Input);
            IDataView encoded = context.Transforms.Spikes.EncodeSpikeTimes("Times", "Features", options).Fit(data)
                .Transform(data);
            Assert.Equal(example.OutputShape, OneColumn.Dimensions(encoded, "Times"));
            AssertClose(example, OneColumn.Read(encoded, "Times")[0]);
        }
    }

    [Fact]
    public void Interpolate_gives_snnTorchs_targets()
    {
        foreach (SnnTorchCase example in SnnTorchCase.Read("latency_interpolate"))
        {
            int numSteps = example.Whole("num_steps", 0);
            float[] targets = new float[numSteps * example.Input.Length];
            LatencyEncoding.Interpolate(example.Input, targets, numSteps,
                (float)example.Number("on_target", 1), (float)example.Number("off_target", 0));
            AssertClose(example, targets);
        }
    }

    private static float[] Spikes(MLContext context, IDataView data, LatencyEncodingOptions options) =>
        OneColumn.Read(Encoded(context, data, options), "Spikes")[0];

    private static IDataView Encoded(MLContext context, IDataView data, LatencyEncodingOptions options) =>
        context.Transforms.Spikes.EncodeLatency("Spikes", "Features", options).Fit(data).Transform(data);

    private static void AssertSpikes(SnnTorchCase example, Func<float[]> encode)
    {
        if (example.Flag("interpolate"))
            AssertClose(example, encode());
        else
            Assert.True(example.Output.SequenceEqual(encode()), example.ToString());
    }

    private static void AssertClose(SnnTorchCase example, float[] actual) =>
        Assert.All(example.Output.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

    private static LatencyEncodingOptions Options(SnnTorchCase example) => new()
    {
        NumSteps = example.Whole("num_steps", 0),
        Threshold = example.Number("threshold", 0.01),
        Tau = example.Number("tau", 1),
        FirstSpikeTime = example.Whole("first_spike_time", 0),
        OnTarget = example.Number("on_target", 1),
        OffTarget = example.Number("off_target", 0),
        Clip = example.Flag("clip"),
        Normalize = example.Flag("normalize"),
        Linear = example.Flag("linear"),
        Interpolate = example.Flag("interpolate"),
        Bypass = example.Flag("bypass"),
    };
}
