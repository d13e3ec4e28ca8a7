using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Losses;

/// <summary>Reductions, weights and several neurons per class, against snnTorch's formulas.</summary>
public class LossOptionTests
{
    private const int NumSteps = 9, Rows = 5, Classes = 3;
    private static readonly int[] Targets = [2, 0, 1, 2, 2];
    private static readonly double[] ClassWeights = [0.5, 2, 3];
    private static readonly float[] ExampleWeights = [1, 0, 2, 0.25f, 5];

    private delegate Tensor Loss(Tensor values, Tensor targets, SpikeLossOptions options);

    private static readonly Dictionary<string, (Loss Loss, Func<double[][][], int[], int, double[][]> Plain)> Losses = new()
    {
        ["ce_rate_loss"] = (SpikeLoss.CrossEntropyRate, PlainLosses.CrossEntropyRate),
        ["ce_count_loss"] = (SpikeLoss.CrossEntropyCount, PlainLosses.CrossEntropyCount),
        ["ce_max_membrane_loss"] = (SpikeLoss.CrossEntropyMaxMembrane, PlainLosses.CrossEntropyMaxMembrane),
        ["ce_temporal_loss"] = (SpikeLoss.CrossEntropyTemporal, PlainLosses.CrossEntropyTemporal),
        ["mse_count_loss"] = ((spikes, targets, options) => SpikeLoss.MeanSquaredCount(spikes, targets, 0.8, 0.2, options),
            PlainLosses.MeanSquaredCount),
        ["mse_membrane_loss"] = ((membrane, targets, options) =>
            SpikeLoss.MeanSquaredMembrane(membrane, targets, options: options), PlainLosses.MeanSquaredMembrane),
        ["mse_temporal_loss"] = ((spikes, targets, options) =>
            SpikeLoss.MeanSquaredTemporal(spikes, targets, 2, 6, options: options), PlainLosses.MeanSquaredTemporal),
    };

    public static TheoryData<string, int> Cases =>
        [.. from loss in Losses.Keys from outputsPerClass in new[] { 1, 4 } select new TheoryDataRow<string, int>(
            loss, outputsPerClass)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_reduction_is_that_of_snnTorch(string name, int outputsPerClass)
    {
        (Loss loss, double[] expected) = Case(name, outputsPerClass);
        SpikeLossOptions options = new() { OutputsPerClass = outputsPerClass };
        AssertClose(expected, loss, options with { Reduction = LossReduction.None }, outputsPerClass);
        AssertClose([expected.Sum()], loss, options with { Reduction = LossReduction.Sum }, outputsPerClass);
        AssertClose([expected.Average()], loss, options, outputsPerClass);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weights_multiply_the_losses_of_their_rows(string name, int outputsPerClass)
    {
        (Loss loss, double[] losses) = Case(name, outputsPerClass);
        using Tensor examples = tensor(ExampleWeights);
        SpikeLossOptions options = new() { OutputsPerClass = outputsPerClass, Reduction = LossReduction.None };
        double[] byClass = Weighted(losses, row => ClassWeights[Targets[row]]);
        AssertClose(byClass, loss, options with { ClassWeights = ClassWeights }, outputsPerClass);
        AssertClose(Weighted(losses, row => ExampleWeights[row]), loss, options with { ExampleWeights = examples },
            outputsPerClass);
        SpikeLossOptions both = options with { ClassWeights = ClassWeights, ExampleWeights = examples };
        double[] expected = Weighted(byClass, row => ExampleWeights[row]);
        AssertClose(expected, loss, both, outputsPerClass);
        AssertClose([expected.Average()], loss, both with { Reduction = LossReduction.Mean }, outputsPerClass);
        AssertClose([expected.Sum()], loss, both with { Reduction = LossReduction.Sum }, outputsPerClass);
    }

    [Fact]
    public void Losses_refuse_options_that_do_not_fit_by_name()
    {
        using DisposeScope scope = NewDisposeScope();
        void Refuses(string message, SpikeLossOptions options, Tensor? targets = null, Tensor? spikes = null) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => SpikeLoss.CrossEntropyCount(
                spikes ?? zeros(4, 2, 6), targets ?? zeros(2, ScalarType.Int64), options)).Message, StringComparison.Ordinal);

        Refuses("Reduction must be", new() { Reduction = (LossReduction)7 });
        Refuses("OutputsPerClass must be at least 1", new() { OutputsPerClass = 0 });
        Refuses("OutputsPerClass must divide the number of output neurons, 6", new() { OutputsPerClass = 4 });
        Refuses("ClassWeights must have 3 weights", new() { OutputsPerClass = 2, ClassWeights = [1, 1] });
        Refuses("ClassWeights must be a finite number of at least 0", new() { OutputsPerClass = 3, ClassWeights = [1, -1] });
        Refuses("ExampleWeights must have one weight per row, [2]", new() { ExampleWeights = ones(3) });
        Refuses("The targets must be class indices, Int64 [2], or vary over time, Float32 [4, 2, 6]; got Int64 [3]", new(),
            zeros(3, ScalarType.Int64));
        Refuses("The spikes or membranes must be [numSteps, batch, outputs], got [4, 2]", new(), spikes: zeros(4, 2));
    }

    [Fact]
    public void Accuracies_sum_the_spikes_of_a_classs_neurons()
    {
        using DisposeScope scope = NewDisposeScope();
        // Neurons 0 and 1 are those of class 0: two spikes and one make three, and neuron 2 alone has fired most often, twice.
        Tensor spikes = tensor(new float[] { 1, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0 }, [3, 1, 4]);
        Assert.Equal(1, SpikeAccuracy.Rate(spikes, tensor(new long[] { 0 }), outputsPerClass: 2));
        Assert.Equal(0, SpikeAccuracy.Rate(spikes, tensor(new long[] { 1 }), outputsPerClass: 2));
        // The first spikes are at 0 and 1, and at 1 and (never) 2.
        Assert.Equal(1, SpikeAccuracy.Temporal(spikes, tensor(new long[] { 0 }), outputsPerClass: 2));
    }

    private static double[] Weighted(double[] losses, Func<int, double> weight) =>
        [.. losses.Select((loss, i) => loss * weight(i / (losses.Length / Rows)))];

    private static (Loss Loss, double[] Expected) Case(string name, int outputsPerClass) => (Losses[name].Loss,
        [.. Losses[name].Plain(Values(name, outputsPerClass), Targets, outputsPerClass).SelectMany(row => row)]);

    private static void AssertClose(double[] expected, Loss loss, SpikeLossOptions options, int outputsPerClass)
    {
        using DisposeScope scope = NewDisposeScope();
        string name = Losses.Single(pair => pair.Value.Loss == loss).Key;
        double[][][] values = Values(name, outputsPerClass);
        Tensor tensor = torch.tensor(values.SelectMany(step => step.SelectMany(row => row)).Select(value => (float)value)
            .ToArray(), [NumSteps, Rows, Classes * outputsPerClass]);
        Tensor actual = loss(tensor, torch.tensor(Targets.Select(target => (long)target).ToArray()), options);
        Assert.Equal(options.Reduction == LossReduction.None ? (expected.Length == Rows ? 1 : 2) : 0, actual.dim());
        Assert.Equal(expected, actual.flatten().data<float>().Select(value => (double)value), (left, right) =>
            Math.Abs(left - right) <= 1e-5 * Math.Max(1, Math.Abs(left)));
    }

    /// <summary>Membranes of every sign, or spikes with some silent neurons.</summary>
    private static double[][][] Values(string name, int outputsPerClass)
    {
        Random random = new(3);
        return [.. Enumerable.Range(0, NumSteps).Select(_ => Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0,
            Classes * outputsPerClass).Select(_ => name.Contains("membrane", StringComparison.Ordinal)
                ? (float)(random.NextDouble() * 4 - 2) : random.NextDouble() < 0.15 ? 1.0 : 0.0).ToArray()).ToArray())];
    }
}
