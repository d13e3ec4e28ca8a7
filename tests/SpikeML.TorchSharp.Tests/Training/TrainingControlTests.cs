using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

public class TrainingControlTests
{
    [Fact]
    public void Fit_holds_out_rows_and_stops_when_they_no_longer_improve()
    {
        MLContext context = new(seed: 1);
        List<SpikingEpoch> epochs = [];
        SpikingNetworkOptions options = Digits.Quick with
        {
            Epochs = 40,
            ValidationFraction = 0.25,
            Patience = 2,
            LearningRate = 0.02,
        };
        SpikingNetworkTransformer model = Digits.Pipeline(context, options, epochs.Add).Fit(Digits.Train(context))
            .LastTransformer;
        Assert.InRange(epochs.Count, 3, 39);
        Assert.Equal(epochs, model.History);
        int best = epochs.MinBy(epoch => epoch.ValidationLoss)!.Epoch;
        Assert.Equal(epochs.Count - 2, best);
        Assert.All(epochs, epoch => Assert.InRange(epoch.ValidationAccuracy, 0.1, 1));
    }

    [Fact]
    public void Fit_reports_every_epoch_to_the_log()
    {
        MLContext context = new(seed: 1);
        List<string> messages = [];
        context.Log += (_, entry) => { lock (messages) messages.Add(entry.Message); };
        Digits.Pipeline(context, Digits.Quick with { Epochs = 2, ValidationFraction = 0.1 }).Fit(Digits.Train(context));
        Assert.Contains(messages, message => message.Contains("400 rows", StringComparison.Ordinal));
        Assert.Contains(messages, message =>
            message.Contains("Epoch 2 of 2: loss ", StringComparison.Ordinal)
            && message.Contains("held out", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("Epoch 1 of 2", StringComparison.Ordinal)
            && message.Contains(" s left)", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, message => message.Contains("Epoch 2 of 2", StringComparison.Ordinal)
            && message.Contains("left", StringComparison.Ordinal));
    }

    [Fact]
    public void Fit_tells_the_callback_the_time_left()
    {
        MLContext context = new(seed: 1);
        List<TimeSpan> left = [];
        Digits.Pipeline(context, Digits.Quick with { Epochs = 3 }, epoch => left.Add(epoch.TimeLeft)).Fit(Digits.Train(context));
        Assert.True(left[0] > TimeSpan.Zero && left[1] > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, left[2]);
    }

    [Fact]
    public void Fit_throws_what_a_row_throws_while_it_is_read_ahead()
    {
        MLContext context = new(seed: 1);
        IDataView digits = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 4, Seed = 2 })
            .Fit(Digits.Train(context)).Transform(Digits.Train(context));
        IOException broken = new("The disk is gone.");
        int rows = 0;
        // The labels of all rows come first, then the first 256 or more for the weights.
        WatchedRows data = new(digits, () =>
        {
            if (++rows == 950)
                throw broken;
        });
        Assert.Same(broken, Assert.ThrowsAny<Exception>(() => context.MulticlassClassification.Trainers
            .SpikingNetwork(options: Digits.Quick).Fit(data)));
    }

    [Fact]
    public void Fit_stops_when_its_token_is_cancelled()
    {
        MLContext context = new(seed: 1);
        using CancellationTokenSource source = new();
        int epochs = 0;
        SpikingNetworkOptions options = Digits.Quick with
        {
            Epochs = 100,
        };
        void Cancel(SpikingEpoch epoch)
        {
            epochs++;
            source.Cancel();
        }
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Digits.Pipeline(context, options, Cancel, source.Token).Fit(Digits.Train(context)));
        Assert.Equal(1, epochs);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(1010, 0)]
    [InlineData(1010, 0.5)]
    public void Fit_stops_at_the_row_that_it_is_cancelled_at(int cancelledAt, double validationFraction)
    {
        MLContext context = new(seed: 1);
        using CancellationTokenSource source = new();
        int rows = 0;
        IDataView digits = context.Data.LoadSampleDigits(1000);
        // The label is read for all rows first, then with the spikes, a thousand rows a batch.
        IDataView spikes = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 10, Seed = 2 })
            .Fit(digits).Transform(digits);
        WatchedRows data = new(spikes, () =>
        {
            if (++rows == cancelledAt)
                source.Cancel();
        });
        SpikingNetworkOptions options = Digits.Quick with { BatchSize = 1000, ValidationFraction = validationFraction };
        Assert.ThrowsAny<OperationCanceledException>(() => context.MulticlassClassification.Trainers
            .SpikingNetwork(options: options, cancellationToken: source.Token).Fit(data));
        Assert.InRange(rows, cancelledAt, cancelledAt + 2);
    }

    [Fact]
    public void Fit_falls_back_to_the_CPU_when_there_is_no_GPU()
    {
        MLContext context = new(seed: 1);
        List<string> messages = [];
        context.Log += (_, entry) => { lock (messages) messages.Add(entry.Message); };
        Digits.Pipeline(context, Digits.Quick with { Epochs = 1, Device = TrainingDevice.Cuda }).Fit(Digits.Train(context));
        Assert.True(TorchSharp.torch.cuda_is_available()
            || messages.Any(message => message.Contains("no CUDA device", StringComparison.Ordinal)));
    }

    public static TheoryData<string, SpikingNetworkOptions> BadOptions => new()
    {
        { nameof(SpikingNetworkOptions.Beta), new() { Beta = 1.1 } },
        { nameof(SpikingNetworkOptions.Threshold), new() { Threshold = 0 } },
        { nameof(SpikingNetworkOptions.LearningRate), new() { LearningRate = double.NaN } },
        { nameof(SpikingNetworkOptions.LearningRateDecay), new() { LearningRateDecay = 1.01 } },
        { nameof(SpikingNetworkOptions.Epochs), new() { Epochs = 0 } },
        { nameof(SpikingNetworkOptions.BatchSize), new() { BatchSize = 0 } },
        { nameof(SpikingNetworkOptions.ValidationFraction), new() { ValidationFraction = 1 } },
        { nameof(SpikingNetworkOptions.Patience), new() { Patience = 3 } },
        { nameof(SpikingNetworkOptions.Loss), new() { Loss = (SpikingLoss)99 } },
        { nameof(SpikingNetworkOptions.OutputReset), new() { OutputReset = (ResetMechanism)99 } },
        { nameof(SpikingNetworkOptions.FirstWeights), new() { FirstWeights = (SpikingFirstWeights)99 } },
        { nameof(SpikingNetworkOptions.OutputSpikesColumnName), new() { OutputSpikesColumnName = "" } },
        { nameof(SpikingNetworkOptions.OutputMembraneColumnName),
        new() { OutputSpikesColumnName = "X", OutputMembraneColumnName = "X" } },
        { nameof(SpikingNetworkOptions.OutputSpikesColumnName), new() { OutputSpikesColumnName = "Score" } },
        { nameof(SpikingNetworkOptions.OutputMembraneColumnName), new() { OutputMembraneColumnName = "Probability" } },
        { nameof(SpikingLayer.SpikesColumnName),
        new() { Layers = [SpikingLayer.Dense(4) with { SpikesColumnName = "PredictedLabel" }] } },
        { nameof(SpikingLayer.MembraneColumnName),
        new() { Layers = [SpikingLayer.Dense(4) with { MembraneColumnName = "Score" }] } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void SpikingNetwork_refuses_options_out_of_range_by_name(string name, SpikingNetworkOptions options)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new MLContext().MulticlassClassification.Trainers.SpikingNetwork(options: options));
        Assert.Equal(name, error.ParamName);
    }

    [Fact]
    public void Fit_refuses_data_that_cannot_be_trained_on()
    {
        MLContext context = new(seed: 1);
        IDataView digits = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 4, Seed = 2 })
            .Fit(Digits.Train(context)).Transform(Digits.Train(context));
        void Refuses<T>(string message, string label, string spikes, IDataView data, SpikingNetworkOptions? options = null)
            where T : Exception =>
            Assert.Contains(message, Assert.ThrowsAny<T>(
            () => context.MulticlassClassification.Trainers.SpikingNetwork(label, spikes, options ?? Digits.Quick)
            .Fit(data)).Message, StringComparison.Ordinal);

        Refuses<ArgumentOutOfRangeException>("Could not find label column 'Missing'", "Missing", "Spikes", digits);
        Refuses<ArgumentOutOfRangeException>("Could not find input column 'Missing'", "Label", "Missing", digits);
        Refuses<ArgumentOutOfRangeException>("expected a key", "Features", "Spikes", digits);
        Refuses<ArgumentOutOfRangeException>("for a convolution", "Label", "Flat", Flat(context),
            SpikingNetworkOptions.Convolutional);
        Refuses<InvalidOperationException>("no rows", "Label", "Spikes", context.Data.SkipRows(digits, 400));
        Refuses<InvalidOperationException>("'Flat' has NaN", "Label", "Flat", Flat(context, float.NaN));
        Refuses<InvalidOperationException>("diverged", "Label", "Flat", Flat(context),
            Digits.Quick with { LearningRate = 1e30, Loss = SpikingLoss.MembraneMeanSquared });
    }

    [Theory]
    [InlineData(0.0001, "ValidationFraction = 0.0001 holds out none of the 40 rows, so there is nothing to validate on")]
    [InlineData(0.9999, "ValidationFraction = 0.9999 holds out all of the 40 rows, so there is nothing to train on")]
    public void Fit_refuses_a_validation_fraction_that_leaves_no_rows_before_it_reads_spikes(double fraction, string message)
    {
        MLContext context = new(seed: 1);
        IDataView features = Features.Rows(context, 40, seed: 1);
        int rows = 0;
        WatchedRows data = new(Features.Latency(context).Fit(features).Transform(features), () => rows++);
        Assert.StartsWith(message, Assert.Throws<InvalidOperationException>(() => context.Regression.Trainers
            .SpikingNetwork(nameof(Features.Product), options: new() { ValidationFraction = fraction }).Fit(data)).Message,
            StringComparison.Ordinal);
        Assert.Equal(40, rows);
    }

    [Fact]
    public void Fit_refuses_held_out_rows_that_all_weigh_nothing()
    {
        MLContext context = new(seed: 1);
        HeldOut heldOut = new(Seed: 3, Fraction: 0.2);
        IDataView rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 40).Select(i => new FlatRow
        {
            Flat = [i % 2, 1, 0, 1],
            Label = (uint)(i % 2) + 1,
            Weight = heldOut.Takes(new((ulong)i, 0)) ? 0 : 1,
        }).ToArray());
        Assert.Matches("^ValidationFraction = 0.2 holds out none of the [0-9]+ rows with a weight above 0",
            Assert.Throws<InvalidOperationException>(() => context.MulticlassClassification.Trainers.SpikingNetwork("Label",
                "Flat", "Weight", new() { ValidationFraction = 0.2, Seed = 3 }).Fit(rows)).Message);
    }

    [Theory]
    [InlineData(float.NaN, "Column 'Product' has no label at row 7. Drop such rows first")]
    [InlineData(float.PositiveInfinity, "Column 'Product' has Infinity at row 7: labels must be finite numbers.")]
    public void Fit_refuses_labels_that_are_no_numbers(float label, string message)
    {
        MLContext context = new(seed: 1);
        IDataView rows = Changed(context, row => row.Product = label);
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => Features.Latency(context)
            .Append(context.Regression.Trainers.SpikingNetwork(nameof(Features.Product))).Fit(rows)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Rows in memory shuffle themselves; ML.NET shuffles those of a filter.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_names_the_column_and_slot_of_a_feature_that_is_no_number(bool isShuffledByMlNet)
    {
        MLContext context = new(seed: 1);
        IDataView rows = Changed(context, row => row.Values[1] = float.NaN);
        if (isShuffledByMlNet)
            rows = context.Data.TakeRows(rows, 40);
        Assert.Contains("Column 'Values', slot 1 is NaN", Assert.Throws<InvalidFeatureException>(() => context.Transforms.Spikes
            .EncodeRate("Spikes", nameof(Features.Values), new() { NumSteps = 5 })
            .Append(context.Regression.Trainers.SpikingNetwork(nameof(Features.Product))).Fit(rows)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Forty rows, with a change to the eighth.</summary>
    private static IDataView Changed(MLContext context, Action<Features> change)
    {
        Features[] rows = [.. context.Data.CreateEnumerable<Features>(
            Features.Rows(context, 40, seed: 1), reuseRowObject: false)];
        change(rows[7]);
        return context.Data.LoadFromEnumerable(rows);
    }

    private static IDataView Flat(MLContext context, float value = 1) =>
        context.Data.LoadFromEnumerable(
        Enumerable.Range(0, 10).Select(i => new FlatRow { Flat = [value, 0, 1, 1], Label = (uint)(i % 2) + 1 }).ToArray());

    private sealed class FlatRow
    {
        [VectorType(4)]
        public float[] Flat { get; set; } = [];

        [KeyType(3)]
        public uint Label { get; set; }

        public float Weight { get; set; }
    }
}
