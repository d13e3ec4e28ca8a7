using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Modules;

/// <summary>Modules that return scores of every step, with one label for each row or for each step.</summary>
public class SteppedModuleTests
{
    private static readonly SpikingModuleOptions Quick = new() { Epochs = 12, LearningRate = 0.01, BatchSize = 32, Seed = 1 };

    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData("Key")]
    [InlineData("Targets")]
    public void Fit_learns_and_scores_by_the_mean_of_the_steps(string label)
    {
        using SteppedOutputs module = new();
        TransformerChain<SpikingModuleTransformer> model = Prepared().Append(
            _context.MulticlassClassification.Trainers.SpikingModule(module, label, options: Quick)).Fit(Train);
        IDataView scored = model.Transform(Features.Rows(_context, 300, seed: 101));
        Assert.InRange(_context.MulticlassClassification.Evaluate(scored, "Key").MicroAccuracy, 0.85, 1);
        using DisposeScope scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> trained = model.LastTransformer.CreateModule();
        SpikeBatch batch = scored.ToSpikeBatches("Spikes", null, batchSize: 300).Single();
        Tensor expected = trained.call(batch.Spikes).mean([0]).softmax(1);
        Assert.All(scored.GetColumn<float[]>("Score").SelectMany(scores => scores).Zip(expected.data<float>().ToArray()),
            pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    /// <summary>A learning rate of almost nothing leaves the first weights, so the loss of the epoch can be computed.</summary>
    [Fact]
    public void Targets_are_compared_with_the_scores_of_each_step()
    {
        using DisposeScope scope = NewDisposeScope();
        using SteppedOutputs module = new();
        TransformerChain<SpikingModuleTransformer> model = Prepared().Append(
            _context.MulticlassClassification.Trainers.SpikingModule(module, "Targets",
                options: Quick with { Epochs = 1, LearningRate = 1e-12, BatchSize = 800 })).Fit(Train);
        SpikeBatch batch = model.Transform(Train).ToSpikeBatches("Spikes", "Targets", batchSize: 800).Single();
        Tensor losses = -(batch.Labels! * module.call(batch.Spikes).log_softmax(2)).sum(dim: 2);
        Assert.Equal(losses.mean().item<float>(), model.LastTransformer.History[0].Loss, 1e-4);
    }

    [Fact]
    public void Fit_refuses_a_module_without_steps_when_a_regression_varies_over_time()
    {
        using LoneOutput module = new();
        Assert.Contains(": for each step and row, 2 scores. The label has targets for every step.",
            Assert.Throws<InvalidOperationException>(() => Prepared().Append(
                _context.Regression.Trainers.SpikingModule(module, "Targets")).Fit(Train)).Message, StringComparison.Ordinal);
    }

    private IDataView Train => Features.Rows(_context, 800, seed: 1);

    /// <summary>Targets begin at step 5: before it, no step has a target spike.</summary>
    private IEstimator<ITransformer> Prepared() => _context.Transforms.Conversion.MapValueToKey("Key", nameof(Features.Kind))
        .Append(_context.Transforms.Spikes.EncodeRateTargets("Targets", "Key", new() { NumSteps = 20, FirstSpikeTime = 5 }))
        .Append(Features.Latency(_context));
}
