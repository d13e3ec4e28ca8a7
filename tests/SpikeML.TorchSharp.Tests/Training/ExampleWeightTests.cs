using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

public class ExampleWeightTests
{
    private static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(16)],
        FirstWeights = SpikingFirstWeights.Uniform,
        Epochs = 5,
        BatchSize = 100,
        LearningRate = 0.01,
        Seed = 1,
    };

    /// <summary>
    /// One batch holds all rows, so that both trainings make the same updates; the order of the sums alone may differ.
    /// </summary>
    [Theory]
    [InlineData("multiclass")]
    [InlineData("binary")]
    [InlineData("regression")]
    public void Doubling_a_rows_weight_is_giving_it_twice(string task)
    {
        Row[] rows = [.. Rows(40)];
        Row[] twice = [.. rows.SelectMany(row => Enumerable.Repeat(row, row.Weight == 2 ? 2 : 1))];
        SpikingNetworkTransformer weighted = Fit(task, rows, "Weight", Quick), repeated = Fit(task, twice, null, Quick);
        foreach ((SpikingLayerWeights left, SpikingLayerWeights right) in weighted.Layers.Zip(repeated.Layers))
        {
            foreach ((float one, float other) in left.Weights.Concat(left.Bias).Zip(right.Weights.Concat(right.Bias)))
                Assert.Equal(one, other, 2e-5);
        }
        foreach ((SpikingEpoch left, SpikingEpoch right) in weighted.History.Zip(repeated.History))
        {
            Assert.Equal(left.Loss, right.Loss, 1e-5);
            Assert.Equal(left.Accuracy, right.Accuracy, 1e-9);
        }
        Assert.NotEqual(weighted.History[0].Loss, Fit(task, rows, null, Quick).History[0].Loss, 1e-4);
    }

    [Fact]
    public void A_classs_weight_is_that_of_its_rows()
    {
        Row[] rows = [.. Rows(40)];
        foreach (Row row in rows)
            row.Weight = row.Flag ? 3 : 0.5f;
        SpikingNetworkTransformer byRow = Fit("binary", rows, "Weight", Quick);
        SpikingNetworkTransformer byClass = Fit("binary", rows, null, Quick with { ClassWeights = [0.5, 3] });
        Assert.Equal(byRow.Layers[0].Weights, byClass.Layers[0].Weights.AsEnumerable());
        Assert.Equal(byRow.History.Select(epoch => (epoch.Loss, epoch.Accuracy)),
            byClass.History.Select(epoch => (epoch.Loss, epoch.Accuracy)));
    }

    [Fact]
    public void The_accuracy_of_each_epoch_is_that_of_the_weights()
    {
        Row[] rows = [.. Rows(40)];
        foreach (Row row in rows)
            row.Weight = row.Flag ? 1 : 0;
        // Nothing but true counts, so the network soon predicts it for every row.
        SpikingNetworkTransformer model = Fit("binary", rows, "Weight", Quick with { Epochs = 30, ValidationFraction = 0.3 });
        Assert.Equal(1, model.History[^1].Accuracy, 1e-9);
        Assert.Equal(1, model.History[^1].ValidationAccuracy, 1e-9);
        MLContext context = new();
        IDataView data = context.Data.LoadFromEnumerable(rows);
        Assert.All(model.Transform(data).GetColumn<bool>("PredictedLabel"), Assert.True);
    }

    [Fact]
    public void Fit_refuses_weights_that_are_none()
    {
        void Refuses(string message, Action<Row[]> change, SpikingNetworkOptions? options = null, string column = "Weight")
        {
            Row[] rows = [.. Rows(10)];
            change(rows);
            Assert.Contains(message, Assert.ThrowsAny<Exception>(() => Fit("multiclass", rows, column, options ?? Quick)).Message,
                StringComparison.Ordinal);
        }

        Refuses("Column 'Weight' has -1 at row 3: example weights must be finite numbers of at least 0",
            rows => rows[3].Weight = -1);
        Refuses("Column 'Weight' has NaN at row 0", rows => rows[0].Weight = float.NaN);
        Refuses("The weights of all rows are 0: check column 'Weight'", rows => Array.ForEach(rows, row => row.Weight = 0));
        Refuses("Could not find weight column 'Missing'", _ => { }, column: "Missing");
        Refuses("expected Single", _ => { }, column: "Flag");
        Refuses("ClassWeights must have 3 weights, one for each class", _ => { }, Quick with { ClassWeights = [1, 2] });
        Refuses("ClassWeights must be a finite number of at least 0", _ => { }, Quick with { ClassWeights = [1, double.NaN] });
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikingNetworkOptions.ClassWeights), () =>
            new MLContext().Regression.Trainers.SpikingNetwork(options: new() { ClassWeights = [1, 2] }));
    }

    [Fact]
    public void ToSpikeBatches_reads_the_weights_of_the_rows()
    {
        MLContext context = new();
        IDataView data = context.Data.LoadFromEnumerable(Rows(5).ToArray());
        using SpikeBatch batch = data.ToSpikeBatches("Spikes", "Flag",
            options: new() { ExampleWeightColumnName = "Weight" }).Single();
        Assert.Equal(Rows(5).Select(row => row.Weight), batch.ExampleWeights!.data<float>());
        Assert.Null(data.ToSpikeBatches("Spikes", "Flag").Single().ExampleWeights);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpikeBatchOptions.ExampleWeightColumnName), () =>
            data.ToSpikeBatches("Spikes", "Flag", options: new() { ExampleWeightColumnName = "Missing" }));
        Assert.Contains("'Flag' is not a column of example weights: expected Single", Assert.Throws<ArgumentOutOfRangeException>(
            () => data.ToSpikeBatches("Spikes", null, options: new() { ExampleWeightColumnName = "Flag" })).Message,
            StringComparison.Ordinal);
    }

    private static SpikingNetworkTransformer Fit(string task, Row[] rows, string? weight, SpikingNetworkOptions options)
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable(rows);
        return task switch
        {
            "multiclass" => context.MulticlassClassification.Trainers.SpikingNetwork("Class", "Spikes", weight, options)
                .Fit(data),
            "binary" => context.BinaryClassification.Trainers.SpikingNetwork("Flag", "Spikes", weight, options).Fit(data),
            _ => context.Regression.Trainers.SpikingNetwork("Number", "Spikes", weight, options).Fit(data),
        };
    }

    private static IEnumerable<Row> Rows(int count)
    {
        Random random = new(7);
        for (int i = 0; i < count; i++)
        {
            float[] spikes = [.. Enumerable.Range(0, 12 * 6).Select(_ => random.NextSingle() < 0.4 ? 1f : 0f)];
            bool flag = spikes[..36].Sum() > spikes[36..].Sum();
            yield return new()
            {
                Spikes = spikes,
                Class = flag ? 2u : 1u,
                Flag = flag,
                Number = spikes.Sum(),
                Weight = i % 4 == 0 ? 2 : 1,
            };
        }
    }

    private sealed class Row
    {
        [VectorType(12, 6)]
        public float[] Spikes { get; set; } = [];

        [KeyType(3)]
        public uint Class { get; set; }

        public bool Flag { get; set; }

        public float Number { get; set; }

        public float Weight { get; set; }
    }
}
