using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch.Tests.Training;

/// <summary>What a training that fails says in the log.</summary>
public class TrainingWarningTests
{
    private readonly MLContext _context = new(seed: 1);
    private readonly List<string> _warnings = [];

    public TrainingWarningTests() => _context.Log += (_, entry) =>
    {
        if (entry.Kind == ChannelMessageKind.Warning)
            _warnings.Add(entry.RawMessage);
    };

    [Fact]
    public void Fit_says_nothing_when_the_network_learns()
    {
        Fit(Features.Rows(_context, 800, seed: 1), new() { Epochs = 6, BatchSize = 16 });
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Fit_warns_of_one_class_for_every_row_and_of_the_layer_that_tells_no_rows_apart()
    {
        Fit(Features.EqualRows(_context, 200), new() { Epochs = 4 });
        AssertSaid("The network predicts class 'true' for every row", "Epochs = 4");
        AssertSaid("Hidden layer 1 (dense 256): 100 % of its neurons fire equally often for each of the first 200 rows",
            "Check that the encoder's spikes differ");
    }

    [Fact]
    public void Fit_names_first_weights_that_are_not_the_default_as_the_remedy()
    {
        Fit(Features.EqualRows(_context, 200), new() { Epochs = 1, FirstWeights = SpikingFirstWeights.Uniform });
        AssertSaid("Hidden layer 1", "FirstWeights = SpikingFirstWeights.ScaledToData");
    }

    [Fact]
    public void Fit_warns_when_the_accuracy_is_not_above_the_most_frequent_class()
    {
        IDataView rows = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 400).Select(i => new Features
        {
            Values = [i % 7 / 7f, i % 11 / 11f, i % 13 / 13f],
            IsHigh = i % 5 != 0,
        }).ToArray());
        Fit(rows, new() { Epochs = 1, LearningRate = 1e-9 });
        AssertSaid("is not above the share of the most frequent class, 'true' (80.0 %)", "Epochs = 1");
    }

    [Fact]
    public void Fit_warns_when_the_loss_is_hardly_below_the_labels_entropy()
    {
        // The features say little: 58 of 100 labels are right.
        Random random = new(1);
        IDataView rows = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 1000).Select(i =>
        {
            float[] values = [random.NextSingle(), random.NextSingle(), random.NextSingle()];
            return new Features { Values = values, IsHigh = (values[0] > values[1]) == (i % 100 < 58) };
        }).ToArray());
        Fit(rows, new() { Epochs = 3 });
        AssertSaid("is hardly below that of predicting each class by its share, 0.69", "Epochs = 3");
    }

    [Fact]
    public void Fit_names_classes_that_fall_silent_and_the_share_of_ties()
    {
        IDataView rows = Features.Rows(_context, 200, seed: 1);
        Features.Latency(_context).Append(_context.Transforms.Conversion.MapValueToKey("Label", nameof(Features.Kind)))
            .Append(_context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", new()
            {
                Epochs = 1,
                Loss = SpikingLoss.CountCrossEntropy,
                FirstWeights = SpikingFirstWeights.Uniform,
                Threshold = 100,
            })).Fit(rows);
        AssertSaid("The output neurons of classes ", "'high'", "'low'", "Loss = SpikingLoss.MeanMembraneCrossEntropy");
        AssertSaid("The best scores are equal in 100 % of the rows", "Loss = SpikingLoss.MeanMembraneCrossEntropy");
    }

    [Fact]
    public void Fit_warns_of_few_updates()
    {
        Fit(Features.Rows(_context, 200, seed: 1), new() { Epochs = 1, LearningRate = 1e-9 });
        AssertSaid("Training made 4 updates of the weights", "Raise Epochs (1) or lower BatchSize (64)");
    }

    [Fact]
    public void Fit_says_nothing_of_few_updates_that_were_enough()
    {
        Fit(Features.Rows(_context, 400, seed: 1), new());
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Fit_warns_when_a_regression_explains_little()
    {
        Features.Latency(_context).Append(_context.Regression.Trainers.SpikingNetwork(nameof(Features.Product), "Spikes",
            new() { Epochs = 2 })).Fit(Features.EqualRows(_context, 200));
        AssertSaid("of the labels' variance: the network explains little", "Epochs = 2");
    }

    [Fact]
    public void Fit_warns_when_all_rows_have_one_class_or_one_label()
    {
        Fit(Equal(), new() { Epochs = 1 });
        AssertSaid("All rows have the class 'true', so there is nothing to learn");
        _warnings.Clear();
        Features.Latency(_context).Append(_context.Regression.Trainers.SpikingNetwork(nameof(Features.Product), "Spikes",
            new() { Epochs = 1 })).Fit(Equal());
        Assert.Equal(["All labels are equal, so there is nothing to learn. Check the label column and the rows."], _warnings);
    }

    private IDataView Equal() => _context.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new Features
    {
        Values = [i % 7 / 7f, i % 11 / 11f, i % 13 / 13f],
        IsHigh = true,
        Product = 3,
    }).ToArray());

    private void Fit(IDataView rows, SpikingNetworkOptions options) => Features.Latency(_context)
        .Append(_context.BinaryClassification.Trainers.SpikingNetwork(nameof(Features.IsHigh), "Spikes", options)).Fit(rows);

    private void AssertSaid(string text, params string[] more)
    {
        string said = Assert.Single(_warnings, warning => warning.Contains(text, StringComparison.Ordinal));
        Assert.All(more, part => Assert.Contains(part, said, StringComparison.Ordinal));
    }
}
