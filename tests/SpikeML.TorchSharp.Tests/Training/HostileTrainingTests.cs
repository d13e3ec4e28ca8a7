using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Data and settings that once made training fail.</summary>
public class HostileTrainingTests
{
    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(16)],
        Epochs = 2,
        BatchSize = 16,
        Seed = 1,
    };

    /// <summary>Dense rows with few spikes become a batch of events, as sparse rows do.</summary>
    [Theory]
    [InlineData(16, 0.1)]
    [InlineData(1, 0.1)]
    [InlineData(7, 0.9)]
    [InlineData(16, 0)]
    public void Dense_rows_train_the_same_network_as_sparse_ones(int batchSize, double rate)
    {
        MLContext context = new(seed: 1);
        SpikingNetworkOptions options = Quick with { BatchSize = batchSize, ValidationFraction = 0.2 };
        SpikingNetworkTransformer Binary(IDataView rows) =>
            context.BinaryClassification.Trainers.SpikingNetwork("Flag", "Spikes", options).Fit(rows);
        SpikingNetworkTransformer Number(IDataView rows) =>
            context.Regression.Trainers.SpikingNetwork("Number", "Spikes", options).Fit(rows);

        foreach (Func<IDataView, SpikingNetworkTransformer> fit in new[] { Binary, Number })
        {
            SpikingNetworkTransformer dense = fit(Rows(context, rate, isDense: true)), sparse = fit(Rows(context, rate, false));
            Assert.Equal(sparse.History.Select(epoch => (epoch.Loss, epoch.ValidationLoss)),
                dense.History.Select(epoch => (epoch.Loss, epoch.ValidationLoss)));
            Assert.Equal(sparse.Layers[0].Weights, dense.Layers[0].Weights.AsEnumerable());
        }
    }

    /// <summary>Only the ratios of weights matter, however large or small they are.</summary>
    [Theory]
    [InlineData(1e38f)]
    [InlineData(1e-40f)]
    public void Weights_of_any_size_train_as_weights_of_one(float weight)
    {
        MLContext context = new(seed: 1);
        SpikingNetworkTransformer Fit(float each) => context.BinaryClassification.Trainers.SpikingNetwork("Flag", "Spikes",
            "Weight", Quick with { ValidationFraction = 0.2 }).Fit(Rows(context, 0.2, isDense: false, each));
        SpikingEpoch expected = Fit(1).History[^1], actual = Fit(weight).History[^1];
        Assert.Equal(expected.Loss, actual.Loss, 1e-4);
        Assert.Equal(expected.ValidationLoss, actual.ValidationLoss, 1e-4);
        Assert.Equal(expected.Accuracy, actual.Accuracy, 1e-4);
    }

    [Theory]
    [InlineData(-1e-40f)]
    [InlineData(1e-36f)]
    [InlineData(1e30f)]
    public void Spikes_of_any_size_leave_the_weights_finite(float size)
    {
        MLContext context = new(seed: 1);
        Row[] rows = [.. Drawn(0.2, isDense: true, weight: 1)];
        foreach (Row row in rows)
            row.Spikes = new(30, [.. row.Spikes.GetValues().ToArray().Select(value => value * size)]);
        SpikingNetworkTransformer network = context.BinaryClassification.Trainers.SpikingNetwork("Flag", "Spikes", Quick)
            .Fit(context.Data.LoadFromEnumerable(rows, Schema()));
        Assert.All(network.Layers, layer => Assert.All(layer.Weights, weight => Assert.True(float.IsFinite(weight))));
        Assert.True(double.IsFinite(network.History[^1].Loss));
    }

    [Fact]
    public void Fit_says_that_the_rows_are_gone_when_they_can_be_read_only_once()
    {
        MLContext context = new(seed: 1);
        int reads = 0;
        // The labels are read before the first epoch.
        IEnumerable<Row> rows = new Rereading(() => ++reads > 3 ? [] : Drawn(0.2, isDense: false, weight: 1));
        IDataView data = context.Data.LoadFromEnumerable(rows, Schema());
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => context.BinaryClassification.Trainers
            .SpikingNetwork("Flag", "Spikes", Quick with { Epochs = 9 }).Fit(data));
        Assert.Contains("read no rows to train on", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_refuses_more_outputs_than_an_array_can_hold()
    {
        MLContext context = new(seed: 1);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            nameof(SpikingNetworkOptions.OutputsPerClass), () => context.BinaryClassification.Trainers.SpikingNetwork(
                "Flag", "Spikes", Quick with { OutputsPerClass = 1_500_000_000 }).Fit(Rows(context, 0.2, isDense: false)));
        Assert.Contains("2 classes would have 3,000,000,000 output neurons", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_inside_inference_mode_says_to_call_it_outside()
    {
        MLContext context = new(seed: 1);
        IDataView rows = Rows(context, 0.2, isDense: false);
        SpikingNetworkTrainer trainer = context.BinaryClassification.Trainers.SpikingNetwork("Flag", "Spikes", Quick);
        using (torch.inference_mode())
            Assert.Contains("torch.inference_mode()",
                Assert.Throws<InvalidOperationException>(() => trainer.Fit(rows)).Message, StringComparison.Ordinal);
        using (torch.no_grad())
            Assert.Equal(2, trainer.Fit(rows).History.Count);
    }

    private static IDataView Rows(MLContext context, double rate, bool isDense, float weight = 1) =>
        context.Data.LoadFromEnumerable(Drawn(rate, isDense, weight).ToArray(), Schema());

    private static SchemaDefinition Schema()
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Spikes)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 10, 3);
        return schema;
    }

    private static IEnumerable<Row> Drawn(double rate, bool isDense, float weight)
    {
        Random random = new(2);
        for (int i = 0; i < 45; i++)
        {
            float[] spikes = [.. Enumerable.Range(0, 30).Select(_ => random.NextDouble() < rate ? 1f : 0)];
            int[] slots = [.. Enumerable.Range(0, 30).Where(slot => spikes[slot] != 0)];
            yield return new()
            {
                Spikes = isDense ? new(30, spikes) : new(30, slots.Length, [.. slots.Select(_ => 1f)], slots),
                Flag = i % 3 == 0,
                Number = i % 5,
                Weight = weight,
            };
        }
    }

    private sealed class Rereading(Func<IEnumerable<Row>> read) : IEnumerable<Row>
    {
        public IEnumerator<Row> GetEnumerator() => read().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Row
    {
        public VBuffer<float> Spikes { get; set; }

        public bool Flag { get; set; }

        public float Number { get; set; }

        public float Weight { get; set; }
    }
}
