using Microsoft.ML;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

/// <summary>Losses of targets that vary over time, as the target encoders make them.</summary>
public class TargetLossTests
{
    private static readonly float[] Labels = [2, 0, 1, 2];

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Losses = new()
    {
        ["rate"] = (values, targets) => SpikeLoss.CrossEntropyRate(values, targets),
        ["count"] = (values, targets) => SpikeLoss.CrossEntropyCount(values, targets),
        ["largest"] = (values, targets) => SpikeLoss.CrossEntropyMaxMembrane(values, targets),
        ["squared count"] = (values, targets) => SpikeLoss.MeanSquaredCount(values, targets),
        ["squared membrane"] = (values, targets) => SpikeLoss.MeanSquaredMembrane(values, targets),
        ["times"] = (values, targets) => SpikeLoss.CrossEntropyTemporal(values, targets),
        ["squared times"] = (values, targets) => SpikeLoss.MeanSquaredTemporal(values, targets),
    };

    public static TheoryData<string> Names => [.. Losses.Keys];

    /// <summary>With rates of 1 and 0, the correct class fires at every step, as the losses of labels want.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Targets_of_rates_1_and_0_cost_what_their_labels_cost(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(4);
        Tensor spikes = rand([8, 4, 3], generator: generator).gt(0.7).to(ScalarType.Float32);
        Tensor labels = tensor(Labels.Select(label => (long)label).ToArray());
        Assert.Equal(Losses[name](spikes, labels).item<float>(),
            Losses[name](spikes, Targets(new RateTargetEncodingOptions { NumSteps = 8 })).item<float>(), 1e-6);
    }

    [Fact]
    public void Every_step_is_compared_with_its_own_targets()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor membrane = tensor(new float[] { 1, -1, 0.5f, 2, 0, 0 }, [3, 1, 2]);
        Tensor targets = tensor(new float[] { 1, 0, 0, 1, 0, 0 }, [3, 1, 2]);
        // Steps 0 and 1 have a target spike; step 2 has none and costs nothing.
        double expected = (Math.Log(1 + Math.Exp(-2)) + Math.Log(1 + Math.Exp(-1.5)) + 0) / 3;
        Assert.Equal(expected, SpikeLoss.CrossEntropyRate(membrane, targets).item<float>(), 1e-6);
        Assert.Equal((0 + 1 + 0.25 + 1 + 0 + 0) / 6, SpikeLoss.MeanSquaredMembrane(membrane, targets).item<float>(), 1e-6);
    }

    [Fact]
    public void Counts_and_times_are_those_of_the_target_spikes()
    {
        using DisposeScope scope = NewDisposeScope();
        // Class 0 should fire twice, first at step 1; class 1 once, at step 2; class 2 never.
        Tensor targets = tensor(new float[] { 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0 }, [4, 1, 3]);
        Tensor spikes = tensor(new float[] { 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0 }, [4, 1, 3]);
        Assert.Equal((1 + 0 + 1) / 3.0 / 4, SpikeLoss.MeanSquaredCount(spikes, targets).item<float>(), 1e-6);
        // The first spikes are at steps 0, 3 and 2, and should be at 1, 2 and 3.
        Assert.Equal(3 / 16.0 / 3, SpikeLoss.MeanSquaredTemporal(spikes, targets).item<float>(), 1e-6);
        Assert.Equal(0, SpikeLoss.MeanSquaredTemporal(spikes, targets, tolerance: 2).item<float>());
    }

    [Fact]
    public void Given_times_are_compared_with_the_first_spikes()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor spikes = tensor(new float[] { 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0 }, [4, 1, 3]).requires_grad_();
        Tensor loss = SpikeLoss.MeanSquaredTimes(spikes, tensor(new long[] { 0, 1, -1 }));
        loss.backward();
        // The first spikes are at steps 0, 3 and 2; -1 is the last step, 3.
        Assert.Equal((0 + 4 + 1) / 16.0 / 3, loss.item<float>(), 1e-6);
        // An earlier spike lowers the second loss and raises the third.
        Assert.Equal(-2 * 2 / 16f / 3, spikes.grad![3, 0, 1].item<float>(), 1e-6);
        Assert.Equal(2 * 1 / 16f / 3, spikes.grad[2, 0, 2].item<float>(), 1e-6);
        Assert.Equal(0, spikes.grad[0, 0, 0].item<float>());
        Assert.Equal(0, SpikeLoss.MeanSquaredTimes(spikes, tensor(new long[] { 0, 1, -1 }), tolerance: 3).item<float>());
        Assert.Contains("[1, 3], [3] or, for several spikes of each neuron, [spikes, 1, 3], got [2]",
            Assert.Throws<ArgumentException>(() => SpikeLoss.MeanSquaredTimes(spikes, zeros(2))).Message,
            StringComparison.Ordinal);
    }

    public static TheoryData<SpikeCode> Codes =>
    [
        new RateTargetEncodingOptions { NumSteps = 10, CorrectRate = 0.5, IncorrectRate = 0.2 },
        new RateTargetEncodingOptions { NumSteps = 10, FirstSpikeTime = 4, OnTarget = 3, OffTarget = -2 },
        new RateTargetEncodingOptions { NumSteps = 10, CorrectRate = 0.5, IncorrectRate = 0.2, Interpolate = true },
        new LatencyTargetEncodingOptions { Latency = new() { NumSteps = 10, Normalize = true, Linear = true } },
        new LatencyTargetEncodingOptions { Latency = new() { NumSteps = 10, Normalize = true, Linear = true, OffTarget = 0.2 } },
        new LatencyTargetEncodingOptions
        {
            Latency = new() { NumSteps = 10, Normalize = true, Linear = true, FirstSpikeTime = 3, Interpolate = true },
        },
        new LatencyTargetEncodingOptions { Latency = new() { NumSteps = 10, Normalize = true, Clip = true } },
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_class_of_targets_is_the_label_that_was_encoded(SpikeCode code)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor targets = Targets(code);
        Assert.Equal(Labels, TargetSpikes.Classes(targets).data<long>().Select(label => (float)label));
        Assert.Equal(Labels, targets.unbind(1).Select(row =>
            (float)TargetSpikes.ClassOf(row.contiguous().data<float>().ToArray(), 3)));
    }

    /// <summary>What the encoder makes of the labels, as batches read it.</summary>
    private static Tensor Targets(SpikeCode code)
    {
        MLContext context = new();
        IDataView data = context.Data.LoadFromEnumerable(Labels.Select(label => new Row { Label = label }).ToArray());
        IEstimator<ITransformer> encoder = code is RateTargetEncodingOptions rate
            ? context.Transforms.Spikes.EncodeRateTargets("Targets", "Label", rate)
            : context.Transforms.Spikes.EncodeLatencyTargets("Targets", "Label", (LatencyTargetEncodingOptions)code);
        return encoder.Fit(data).Transform(data).ToSpikeBatches("Targets", "Targets").Single().Labels!;
    }

    private sealed class Row
    {
        public float Label { get; set; }
    }
}
