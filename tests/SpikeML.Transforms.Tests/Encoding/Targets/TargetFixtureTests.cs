using Microsoft.ML;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Fixtures;

namespace SpikeML.Tests.Encoding.Targets;

/// <summary>
/// Agreement with snnTorch's targets, case by case; where it throws or returns five dimensions, with what it documents.
/// </summary>
public class TargetFixtureTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void EncodeNeuron_gives_snnTorchs_target_rate_code()
    {
        foreach (SnnTorchCase example in SnnTorchCase.Read("target_rate_code"))
        {
            RateTargetEncodingOptions options = new()
            {
                NumSteps = example.Whole("num_steps", 0),
                FirstSpikeTime = example.Whole("first_spike_time", 0),
            };
            float[] spikes = new float[options.NumSteps];
            Array.Fill(spikes, float.NaN);
            int count = RateTargetEncoding.EncodeNeuron(spikes, example.Number("rate", 1), options);
            Assert.True(example.Output.SequenceEqual(spikes), example.ToString());
            Assert.Equal(spikes.Sum(), count);
        }
    }

    [Fact]
    public void EncodeRateTargets_gives_snnTorchs_targets_or_what_they_are_documented_to_be()
    {
        int agreeing = 0;
        foreach (SnnTorchCase example in SnnTorchCase.Read("targets_rate"))
        {
            int numClasses = example.Whole("num_classes", 0);
            RateTargetEncodingOptions options = Options(example) with { NumClasses = numClasses };
            float[][] rows = Encode(example.Input, context => context.EncodeRateTargets("Targets", "Label", options));
            for (int row = 0; row < rows.Length; row++)
                AssertClose(Documented((int)example.Input[row], numClasses, options), rows[row], example);
            if (!example.Fails && example.OutputShape.Length <= 3)
            {
                agreeing++;
                AssertClose(TimeFirst(example, options.NumSteps), Batch(rows, options.NumSteps), example);
            }
        }
        Assert.Equal(32, agreeing);
    }

    [Fact]
    public void EncodeLatencyTargets_gives_snnTorchs_targets_and_refuses_what_it_refuses()
    {
        foreach (SnnTorchCase example in SnnTorchCase.Read("targets_latency"))
        {
            LatencyTargetEncodingOptions options = new()
            {
                NumClasses = example.Whole("num_classes", 0),
                Latency = Latency(example)
            };
            Func<float[][]> encode = () => Encode(example.Input, context =>
                context.EncodeLatencyTargets("Targets", "Label", options));
            if (example.Fails)
                Assert.Throws<InvalidFeatureException>(encode);
            else
                AssertClose(example.Output, Batch(encode(), options.Latency.NumSteps!.Value), example);
        }
    }

    private static RateTargetEncodingOptions Options(SnnTorchCase example) => new()
    {
        NumSteps = example.Whole("num_steps", 7),
        FirstSpikeTime = example.Whole("first_spike_time", 0),
        CorrectRate = example.Number("correct_rate", 1),
        IncorrectRate = example.Number("incorrect_rate", 0),
        OnTarget = example.Number("on_target", 1),
        OffTarget = example.Number("off_target", 0),
        Interpolate = example.Flag("interpolate"),
    };

    private static LatencyEncodingOptions Latency(SnnTorchCase example) => new()
    {
        NumSteps = example.Whole("num_steps", 0),
        FirstSpikeTime = example.Whole("first_spike_time", 0),
        OnTarget = example.Number("on_target", 1),
        OffTarget = example.Number("off_target", 0),
        Interpolate = example.Flag("interpolate"),
        Clip = example.Flag("clip"),
        Normalize = example.Flag("normalize"),
        Linear = example.Flag("linear"),
    };

    /// <summary>
    /// The documented meaning, put together from the one-neuron code: off values, on values at spikes, ramps up to them.
    /// </summary>
    private static float[] Documented(int label, int numClasses, RateTargetEncodingOptions options)
    {
        float[] targets = new float[options.NumSteps * numClasses];
        float[] spikes = new float[options.NumSteps];
        for (int neuron = 0; neuron < numClasses; neuron++)
        {
            RateTargetEncoding.EncodeNeuron(spikes, neuron == label ? options.CorrectRate : options.IncorrectRate, options);
            for (int step = 0; step < options.NumSteps; step++)
            {
                int previous = Array.LastIndexOf(spikes, 1, step), next = Array.IndexOf(spikes, 1, step);
                double share = next == step ? 1 : options.Interpolate && next > 0 && next > previous + 1
                    ? (step - previous - 1.0) / (next - previous - 1) : 0;
                targets[step * numClasses + neuron] = (float)(options.OffTarget + share * (options.OnTarget - options.OffTarget));
            }
        }
        return targets;
    }

    private float[][] Encode(float[] labels, Func<SpikeCatalog, IEstimator<ITransformer>> make)
    {
        IDataView data = _context.Data.LoadFromEnumerable(labels.Select(label => new { Label = label }).ToArray());
        return OneColumn.Read(make(_context.Transforms.Spikes).Fit(data).Transform(data), "Targets");
    }

    /// <summary>[steps, rows, classes] from one [steps, classes] for each row.</summary>
    private static float[] Batch(float[][] rows, int numSteps) =>
        [.. Enumerable.Range(0, numSteps).SelectMany(step =>
            rows.SelectMany(row => row.Skip(step * row.Length / numSteps).Take(row.Length / numSteps)))];

    /// <summary>snnTorch leaves time out where all steps are alike.</summary>
    private static float[] TimeFirst(SnnTorchCase example, int numSteps) => example.OutputShape.Length == 3
        ? example.Output
        : [.. Enumerable.Repeat(example.Output, numSteps).SelectMany(step => step)];

    private static void AssertClose(float[] expected, float[] actual, SnnTorchCase example)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.True(expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6), example.ToString());
    }
}
