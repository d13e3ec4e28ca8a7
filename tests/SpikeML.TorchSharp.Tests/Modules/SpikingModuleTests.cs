using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Torch.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Modules;

public class SpikingModuleTests
{
    private static readonly SpikingModuleOptions Quick = new() { Epochs = 12, LearningRate = 0.01, BatchSize = 32 };

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Fit_learns_two_classes_of_a_key()
    {
        using TwoOutputs module = Seeded<TwoOutputs>();
        ITransformer model = Spikes().Append(_context.Transforms.Conversion.MapValueToKey("Label", nameof(Features.Kind)))
            .Append(_context.MulticlassClassification.Trainers.SpikingModule(module, options: Quick)).Fit(Train);
        MulticlassClassificationMetrics metrics = _context.MulticlassClassification.Evaluate(model.Transform(Test));
        Assert.InRange(metrics.MicroAccuracy, 0.85, 1);
        IDataView scored = model.Transform(Test);
        Assert.All(scored.GetColumn<float[]>("Score"), scores => Assert.Equal(1, scores.Sum(), 1e-5));
        IDataView named = _context.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(scored).Transform(scored);
        Assert.Equal(["high", "low"], named.GetColumn<string>("PredictedLabel").Distinct().Order());
    }

    [Fact]
    public void Fit_learns_a_boolean()
    {
        using TwoOutputs module = Seeded<TwoOutputs>();
        ITransformer model = Binary(module).Fit(Train);
        Assert.InRange(_context.BinaryClassification.Evaluate(model.Transform(Test), nameof(Features.IsHigh)).Accuracy, 0.85, 1);
    }

    [Fact]
    public void Fit_learns_numbers_on_the_scale_of_the_labels()
    {
        using LoneOutput module = Seeded<LoneOutput>();
        ITransformer model = Spikes().Append(_context.Regression.Trainers.SpikingModule(module, nameof(Features.Product),
            options: Quick with { Epochs = 20, LearningRateDecay = 1 })).Fit(Train);
        Assert.InRange(_context.Regression.Evaluate(model.Transform(Test), nameof(Features.Product)).RSquared, 0.7, 1);
    }

    [Fact]
    public void Scores_are_those_of_the_module_with_the_trained_state()
    {
        using TwoOutputs module = Seeded<TwoOutputs>();
        TransformerChain<SpikingModuleTransformer> model = Binary(module, Quick with { Epochs = 1 }).Fit(Train);
        using nn.Module<Tensor, Tensor> trained = model.LastTransformer.CreateModule();
        Assert.False(trained.training);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        IDataView scored = model.Transform(Test);
        float[] expected = [.. scored.ToSpikeBatches("Spikes", null, batchSize: 400).SelectMany(batch =>
        {
            Tensor scores = trained.call(batch.Spikes);
            return (scores[TensorIndex.Colon, 1] - scores[TensorIndex.Colon, 0]).data<float>().ToArray();
        })];
        float[] logOdds = [.. scored.GetColumn<float>("Score")];
        Assert.Equal(expected.Length, logOdds.Length);
        Assert.All(expected.Zip(logOdds), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.All(logOdds.Zip(scored.GetColumn<bool>("PredictedLabel"), scored.GetColumn<float>("Probability")), row =>
        {
            Assert.Equal(row.First > 0, row.Second);
            Assert.Equal(1 / (1 + MathF.Exp(-row.First)), row.Third, 1e-6);
        });
    }

    [Fact]
    public void Fit_starts_from_the_modules_weights_and_leaves_them_alone()
    {
        using TwoOutputs module = Seeded<TwoOutputs>();
        float[] before = Weights(module);
        SpikingModuleOptions still = Quick with { Epochs = 1, LearningRate = 1e-12, Seed = 3 };
        using var unchanged = Binary(module, still).Fit(Train).LastTransformer.CreateModule();
        Assert.Equal(before, Weights(unchanged));
        IEstimator<TransformerChain<SpikingModuleTransformer>> trainer = Binary(module, Quick with { Epochs = 2, Seed = 3 });
        using var first = trainer.Fit(Train).LastTransformer.CreateModule();
        using var second = trainer.Fit(Train).LastTransformer.CreateModule();
        Assert.Equal(before, Weights(module));
        Assert.NotEqual(before, Weights(first));
        Assert.Equal(Weights(first), Weights(second));
    }

    [Fact]
    public void Fit_keeps_frozen_parameters_frozen()
    {
        using TwoOutputs module = Seeded<TwoOutputs>();
        (string name, TorchSharp.Modules.Parameter frozen) = module.named_parameters().First();
        frozen.requires_grad = false;
        using var trained = Binary(module, Quick with { Epochs = 1 }).Fit(Train).LastTransformer.CreateModule();
        Dictionary<string, Tensor> state = trained.state_dict(), given = module.state_dict();
        Assert.All(state, entry => Assert.Equal(entry.Key == name || entry.Key.Contains("beta", StringComparison.Ordinal)
            || entry.Key.Contains("threshold", StringComparison.Ordinal), given[entry.Key].eq(entry.Value).all().item<bool>()));
    }

    [Fact]
    public void Modules_train_in_training_mode_and_their_buffers_are_saved()
    {
        using KeepingNetwork module = Seeded<KeepingNetwork>();
        TransformerChain<SpikingModuleTransformer> model = Binary(module,
            Quick with { Epochs = 2, BatchSize = 100, ValidationFraction = 0.5 }).Fit(Train);
        using KeepingNetwork trained = (KeepingNetwork)Reload(model).LastTransformer.CreateModule();
        Assert.InRange(trained.Calls, 8, 12);
    }

    /// <summary>The weight of half of the rows is 0, and their labels are wrong.</summary>
    [Fact]
    public void Fit_weighs_rows_and_classes()
    {
        Features[] rows = [.. _context.Data.CreateEnumerable<Features>(Train, reuseRowObject: false)];
        IDataView weighted = _context.Data.LoadFromEnumerable(rows.Select((row, i) => new WeightedFeatures
        {
            Values = row.Values,
            IsHigh = row.IsHigh ^ (i % 2 == 0),
            Weight = i % 2,
        }).ToArray());
        using TwoOutputs module = Seeded<TwoOutputs>();
        ITransformer model = Spikes().Append(_context.BinaryClassification.Trainers.SpikingModule(module, nameof(Features.IsHigh),
            "Spikes", nameof(WeightedFeatures.Weight), Quick)).Fit(weighted);
        Assert.InRange(_context.BinaryClassification.Evaluate(model.Transform(Test), nameof(Features.IsHigh)).Accuracy, 0.8, 1);
        ITransformer oneClass = Binary(module, Quick with { ClassWeights = [0, 1] }).Fit(Train);
        Assert.All(oneClass.Transform(Test).GetColumn<bool>("PredictedLabel"), Assert.True);
    }

    [Fact]
    public void History_and_callback_tell_of_each_epoch()
    {
        using TwoOutputs module = Seeded<TwoOutputs>();
        List<SpikingEpoch> told = [];
        TransformerChain<SpikingModuleTransformer> model = Features.Latency(_context).Append(
            _context.BinaryClassification.Trainers.SpikingModule(module, nameof(Features.IsHigh), "Spikes",
                options: Quick with { Epochs = 3, ValidationFraction = 0.2 }, epochFinished: told.Add)).Fit(Train);
        Assert.Equal([1, 2, 3], told.Select(epoch => epoch.Epoch));
        Assert.Equal(told, model.LastTransformer.History);
        Assert.All(told, epoch => Assert.True(double.IsFinite(epoch.ValidationLoss)));
    }

    [Fact]
    public void Trainers_promise_the_columns_that_they_deliver_and_that_SpikingNetwork_delivers()
    {
        using TwoOutputs two = new();
        using LoneOutput one = new();
        SpikingModuleOptions module = new() { Epochs = 1 };
        SpikingNetworkOptions network = new() { Epochs = 1, Layers = [] };
        IDataView spikes = Spikes().Append(_context.Transforms.Conversion.MapValueToKey("Label", nameof(Features.Kind)))
            .Fit(Train).Transform(Train);
        (IEstimator<ITransformer> Ours, IEstimator<ITransformer> Network)[] trainers =
        [
            (_context.MulticlassClassification.Trainers.SpikingModule(two, options: module),
                _context.MulticlassClassification.Trainers.SpikingNetwork(options: network)),
            (_context.BinaryClassification.Trainers.SpikingModule(two, nameof(Features.IsHigh), options: module),
                _context.BinaryClassification.Trainers.SpikingNetwork(nameof(Features.IsHigh), options: network)),
            (_context.Regression.Trainers.SpikingModule(one, nameof(Features.Product), options: module),
                _context.Regression.Trainers.SpikingNetwork(nameof(Features.Product), options: network)),
        ];
        foreach ((IEstimator<ITransformer> ours, IEstimator<ITransformer> other) in trainers)
        {
            DataViewSchema delivered = ours.Fit(spikes).GetOutputSchema(spikes.Schema);
            Assert.Equal(Described(ours.GetOutputSchema(SchemaShape.Create(spikes.Schema))),
                Described(SchemaShape.Create(delivered)));
            SchemaAssert.Same(other.Fit(spikes).GetOutputSchema(spikes.Schema), delivered);
        }
    }

    private static IEnumerable<string> Described(SchemaShape schema) =>
        schema.OrderBy(column => column.Name).Select(SchemaAssert.Describe);

    private IDataView Train => Features.Rows(_context, 800, seed: 1);

    private IDataView Test => Features.Rows(_context, 300, seed: 101);

    private IEstimator<ITransformer> Spikes() => Features.Latency(_context);

    private EstimatorChain<SpikingModuleTransformer> Binary(nn.Module<Tensor, Tensor> module,
        SpikingModuleOptions? options = null) => Features.Latency(_context).Append(
            _context.BinaryClassification.Trainers.SpikingModule(module, nameof(Features.IsHigh), options: options ?? Quick));

    private TransformerChain<SpikingModuleTransformer> Reload(ITransformer model)
    {
        using MemoryStream file = new();
        _context.Model.Save(model, Test.Schema, file);
        file.Position = 0;
        var chain = (TransformerChain<ITransformer>)new MLContext().Model.Load(file, out _);
        return new TransformerChain<SpikingModuleTransformer>([.. chain]);
    }

    /// <summary>A module with weights that do not depend on other tests.</summary>
    private static T Seeded<T>()
        where T : nn.Module<Tensor, Tensor>, new()
    {
        T module = new();
        using Generator generator = new(4);
        using IDisposable noGradients = no_grad();
        foreach (TorchSharp.Modules.Parameter parameter in module.parameters())
        {
            double bound = 2 / Math.Sqrt(parameter.size(-1));
            parameter.copy_(empty(parameter.shape).uniform_(-bound, bound, generator));
        }
        return module;
    }

    private static float[] Weights(nn.Module module) =>
        [.. module.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    private sealed class WeightedFeatures
    {
        [VectorType(3)]
        public float[] Values { get; set; } = [];

        public bool IsHigh { get; set; }

        public float Weight { get; set; }
    }
}
