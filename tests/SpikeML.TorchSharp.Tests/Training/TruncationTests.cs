using Microsoft.ML;
using SpikeML.Torch.Tests.Fixtures;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Truncated backpropagation through time.</summary>
public class TruncationTests
{
    private const int NumSteps = 11;

    /// <summary>snnTorch's TBPTT: an update after each part, by its own loss, from the detached state.</summary>
    [Theory]
    [InlineData(SpikingLoss.MembraneCrossEntropy, 4)]
    [InlineData(SpikingLoss.CountCrossEntropy, 3)]
    [InlineData(SpikingLoss.CountMeanSquared, 1)]
    [InlineData(SpikingLoss.RateCrossEntropy, 11)]
    public void Updates_are_those_of_snnTorchs_loop(SpikingLoss lossKind, int truncationSteps)
    {
        using DisposeScope scope = NewDisposeScope();
        SpikingNetworkOptions options = new() { Layers = [SpikingLayer.Dense(20)], TruncationSteps = truncationSteps };
        TrainingGoal goal = new(SpikingTask.Multiclass, lossKind, 3);
        using Generator generator = new(3);
        Tensor spikes = rand([NumSteps, 8, 6], generator: generator).lt(0.4).to(ScalarType.Float32) * 2;
        Tensor labels = arange(8, dtype: ScalarType.Int64) % 3;

        using SpikingNetworkModule actual = Module(options, goal);
        using AdamSteps optimizer = new(actual.parameters());
        BatchStep step = new(actual, options, goal, () => { });
        (double loss, SpikeRecording output) = step.Run(new SpikeBatch(spikes, labels, null), null, optimizer, 1e-3);

        using SpikingNetworkModule expected = Module(options, goal);
        (double expectedLoss, Tensor membranes) = Loop(expected, goal, spikes, labels, truncationSteps);
        Assert.Equal((NumSteps + truncationSteps - 1) / truncationSteps, step.Updates);
        Assert.Equal(expectedLoss, loss, 1e-5);
        NeuronFixture.AssertClose(membranes, output.Membrane);
        foreach ((Tensor one, Tensor other) in expected.parameters().Zip(actual.parameters()))
            NeuronFixture.AssertClose(one.detach(), other.detach());
    }

    [Fact]
    public void Parts_of_all_steps_change_nothing()
    {
        Assert.Equal(Fit(new() { TruncationSteps = 20 }).Layers[0].Weights, Fit(new()).Layers[0].Weights.AsEnumerable());
        Assert.Equal(Fit(new() { TruncationSteps = 99 }).History[^1].Loss, Fit(new()).History[^1].Loss);
    }

    [Fact]
    public void Fit_learns_in_parts_with_every_loss_that_has_them()
    {
        foreach (SpikingLoss loss in Enum.GetValues<SpikingLoss>().Where(loss =>
            loss is not (SpikingLoss.FirstSpikeCrossEntropy or SpikingLoss.FirstSpikeMeanSquared)))
            Assert.InRange(Fit(new() { TruncationSteps = 6, Epochs = 10, Loss = loss, ValidationFraction = 0.2 })
                .History[^1].ValidationAccuracy, 0.75, 1);
    }

    [Fact]
    public void Batch_normalisation_through_time_has_a_scale_for_each_step_in_every_part()
    {
        MLContext context = new(seed: 1);
        SpikingNetworkTransformer Train(int? truncationSteps) => context.BinaryClassification.Trainers.SpikingNetwork(
            nameof(Features.IsHigh), "Spikes", Quick with
            {
                Layers = [SpikingLayer.Dense(32) with { BatchNormalizationThroughTime = true }],
                TruncationSteps = truncationSteps,
                ValidationFraction = 0.2,
                Epochs = 10,
            }).Fit(Spikes(context));
        SpikingNetworkTransformer parts = Train(7);
        Assert.InRange(parts.History[^1].ValidationAccuracy, 0.75, 1);
        Assert.Equal(20 * 32, parts.Layers[0].StepScales.Length);
        Assert.InRange(parts.Layers[0].StepScales.Distinct().Count(), 600, 20 * 32);
        Assert.Equal(Train(20).Layers[0].StepScales, Train(null).Layers[0].StepScales.AsEnumerable());
    }

    [Fact]
    public void Targets_over_time_are_cut_into_the_same_parts()
    {
        MLContext context = new(seed: 1);
        IDataView spikes = Spikes(context);
        // The correct class should fire from step 10 on: the first part has no target spike.
        IDataView targets = context.Transforms.Conversion.MapValueToKey("Label", nameof(Features.Kind)).Append(
            context.Transforms.Spikes.EncodeRateTargets("Targets", "Label", new() { NumSteps = 20, FirstSpikeTime = 10 }))
            .Fit(spikes).Transform(spikes);
        foreach (SpikingLoss loss in new[] { SpikingLoss.CountMeanSquared, SpikingLoss.MaxMembraneCrossEntropy,
            SpikingLoss.MembraneMeanSquared, SpikingLoss.MembraneCrossEntropy })
        {
            SpikingNetworkTransformer model = context.MulticlassClassification.Trainers.SpikingNetwork("Targets", "Spikes",
                Quick with { TruncationSteps = 10, Epochs = 10, Loss = loss }).Fit(targets);
            Assert.InRange(model.History[^1].Accuracy, 0.75, 1);
        }
    }

    [Fact]
    public void SpikingNetwork_refuses_truncation_that_does_not_fit()
    {
        foreach (SpikingNetworkOptions options in new SpikingNetworkOptions[]
        {
            new() { TruncationSteps = 0 },
            new() { TruncationSteps = 5, Loss = SpikingLoss.FirstSpikeCrossEntropy },
        })
            Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.TruncationSteps),
                () => new MLContext().MulticlassClassification.Trainers.SpikingNetwork(options: options));
    }

    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(32)],
        BatchSize = 16,
        LearningRate = 5e-3,
        Seed = 1,
    };

    private static SpikingNetworkTransformer Fit(SpikingNetworkOptions options)
    {
        MLContext context = new(seed: 1);
        return context.BinaryClassification.Trainers.SpikingNetwork(nameof(Features.IsHigh), "Spikes", options with
        {
            Layers = Quick.Layers,
            BatchSize = Quick.BatchSize,
            LearningRate = Quick.LearningRate,
            Seed = Quick.Seed,
            Epochs = options.Epochs == new SpikingNetworkOptions().Epochs ? 2 : options.Epochs,
        }).Fit(Spikes(context));
    }

    private static IDataView Spikes(MLContext context)
    {
        IDataView rows = Features.Rows(context, 400, seed: 1);
        return context.Transforms.Spikes.EncodeReceptiveFields("Spikes", nameof(Features.Values), new() { NumSteps = 20 })
            .Fit(rows).Transform(rows);
    }

    private static SpikingNetworkModule Module(SpikingNetworkOptions options, TrainingGoal goal)
    {
        using Generator generator = new(2);
        return new(LayerGeometry.Stack([6], options.Layers, 3)!.Value, options, goal.OutputReset(options), generator);
    }

    private static (double Loss, Tensor Membranes) Loop(SpikingNetworkModule module, TrainingGoal goal, Tensor input,
        Tensor labels, int truncationSteps)
    {
        using AdamSteps optimizer = new(module.parameters());
        List<Tensor> spikes = [], membranes = [], all = [];
        Tensor? hidden = null, last = null;
        double sum = 0;
        for (int step = 0; step < NumSteps; step++)
        {
            (Tensor fired, hidden) = ((Leaky)module.Neurons(0)).Step(matmul(input[step], module.Weight(0)) + module.Bias(0),
                hidden);
            (fired, last) = ((Leaky)module.Neurons(1)).Step(matmul(fired, module.Weight(1)) + module.Bias(1), last);
            spikes.Add(fired);
            membranes.Add(last);
            if (spikes.Count < truncationSteps && step < NumSteps - 1)
                continue;
            Tensor loss = goal.LossOf(new(stack(spikes), stack(membranes)), labels, null);
            module.zero_grad();
            loss.backward();
            optimizer.Step(1e-3);
            sum += loss.item<float>() * spikes.Count / NumSteps;
            all.AddRange(membranes.Select(membrane => membrane.detach()));
            (hidden, last) = (hidden.detach(), last.detach());
            spikes.Clear();
            membranes.Clear();
        }
        return (sum, stack(all));
    }
}
