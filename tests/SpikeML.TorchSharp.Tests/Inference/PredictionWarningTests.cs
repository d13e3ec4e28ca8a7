using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Torch.Tests.Training;

namespace SpikeML.Torch.Tests.Inference;

/// <summary>What trainers and networks say about the columns that they read.</summary>
public class PredictionWarningTests
{
    private readonly MLContext _context = new(seed: 1);
    private readonly List<string> _warnings = [];

    public PredictionWarningTests() => _context.Log += (_, entry) =>
    {
        if (entry.Kind == ChannelMessageKind.Warning)
            _warnings.Add(entry.RawMessage);
    };

    [Fact]
    public void Predicting_from_no_spikes_is_said_once()
    {
        IDataView digits = Digits.Train(_context);
        SpikingNetworkTransformer model = Digits.Pipeline(_context, Digits.Quick with { Epochs = 1 }).Fit(digits).LastTransformer;
        IDataView silent = _context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 10, Gain = 0 })
            .Fit(digits).Transform(digits);
        _warnings.Clear();
        for (int pass = 0; pass < 2; pass++)
            Assert.NotEmpty(model.Transform(silent).GetColumn<uint>("PredictedLabel"));
        Assert.Contains("'Spikes' has no spikes in ", Assert.Single(_warnings, text => text.Contains("no spikes",
            StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(18, false)]
    [InlineData(17, true)]
    public void Tied_scores_in_more_than_a_tenth_of_the_rows_are_said_once(int clearRows, bool isWarned)
    {
        // With one step, every neuron counts 0 or 1 spikes.
        SpikingNetworkTransformer model = DigitsModel(SpikingLoss.CountCrossEntropy, numSteps: 1, out IDataView digits);
        ILookup<bool, Image> rows = digits.GetColumn<float[]>("Spikes").Select(spikes => new Image { Spikes = spikes })
            .Zip(model.Transform(digits).GetColumn<float[]>("Score"))
            .ToLookup(row => row.Second.Count(score => score == row.Second.Max()) > 1, row => row.First);
        IDataView chosen = _context.Data.LoadFromEnumerable(rows[false].Take(clearRows).Concat(rows[true].Take(2)).ToArray());
        SpikingNetworkTransformer fresh = DigitsModel(SpikingLoss.CountCrossEntropy, numSteps: 1, out _);
        _warnings.Clear();
        for (int pass = 0; pass < 2; pass++)
            Assert.Equal(clearRows + 2, fresh.Transform(chosen).GetColumn<uint>("PredictedLabel").Count());
        string[] ties = [.. _warnings.Where(text => text.Contains("best scores", StringComparison.Ordinal))];
        Assert.Equal(isWarned ? ["The best scores are equal in 2 of the 19 rows read so far, for which the first of "
            + "these classes is predicted. Encode with more steps, train longer, or use a Loss that scores by the "
            + "membrane."] : [], ties);
    }

    [Fact]
    public void Membranes_do_not_tie()
    {
        SpikingNetworkTransformer model = DigitsModel(SpikingLoss.MembraneCrossEntropy, numSteps: 1, out IDataView digits);
        _warnings.Clear();
        Assert.NotEmpty(model.Transform(digits).GetColumn<uint>("PredictedLabel"));
        Assert.DoesNotContain(_warnings, text => text.Contains("best scores", StringComparison.Ordinal));
    }

    [Fact]
    public void A_prediction_engine_says_after_a_hundred_rows_that_there_are_no_spikes()
    {
        IDataView digits = Digits.Train(_context);
        SpikingNetworkTransformer model = Digits.Pipeline(_context, Digits.Quick with { Epochs = 1 }).Fit(digits).LastTransformer;
        _warnings.Clear();
        using var engine = _context.Model.CreatePredictionEngine<SilentRow, Predicted>(model);
        for (int row = 0; row < 99; row++)
            engine.Predict(new SilentRow());
        Assert.DoesNotContain(_warnings, text => text.Contains("no spikes", StringComparison.Ordinal));
        engine.Predict(new SilentRow());
        Assert.Single(_warnings, text => text.Contains("'Spikes' has no spikes in 100 of the 100", StringComparison.Ordinal));
    }

    [Fact]
    public void Training_on_concatenated_spikes_is_refused()
    {
        IDataView digits = Digits.Train(_context);
        var pipeline = _context.Transforms.Spikes.EncodeRate([new("A", "Features"), new("B", "Features")], new() { NumSteps = 5 })
            .Append(_context.Transforms.Concatenate("Spikes", "A", "B"))
            .Append(_context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", Digits.Quick));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(digits));
        Assert.Contains("Join(\"Spikes\", \"A\", \"B\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_of_concatenated_spikes_are_refused()
    {
        IDataView digits = Digits.Train(_context);
        IDataView data = _context.Transforms.Spikes
            .EncodeRate([new("A", "Features"), new("B", "Features")], new() { NumSteps = 5 })
            .Append(_context.Transforms.Concatenate("Spikes", "A", "B")).Fit(digits).Transform(digits);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.ToSpikeBatches());
    }

    [Fact]
    public void Training_on_a_column_that_is_not_declared_is_warned_of()
    {
        IDataView pixels = Digits.Train(_context);
        SpikingNetworkOptions options = Digits.Quick with { Epochs = 1 };
        _context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Features", options).Fit(pixels);
        Assert.Single(_warnings, text => text.Contains("'Features' is read as spikes over 28 steps", StringComparison.Ordinal));
    }

    [Fact]
    public void Recorded_spikes_say_that_they_are_spikes()
    {
        IDataView digits = Digits.Train(_context);
        SpikingNetworkOptions options = Digits.Quick with { Epochs = 1, OutputSpikesColumnName = "Out" };
        IDataView scored = Digits.Pipeline(_context, options).Fit(digits).Transform(digits);
        int steps = 0;
        scored.Schema["Out"].Annotations.GetValue(SpikeAnnotations.NumSteps, ref steps);
        Assert.Equal(10, steps);
    }

    private sealed class SilentRow
    {
        [VectorType(10, 28, 28)]
        public float[] Spikes { get; set; } = new float[10 * 28 * 28];
    }

    private sealed class Predicted
    {
        public float[] Score { get; set; } = [];
    }

    private SpikingNetworkTransformer DigitsModel(SpikingLoss loss, int numSteps, out IDataView spikes)
    {
        IDataView digits = Digits.Train(_context);
        spikes = _context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = numSteps, Seed = 2 })
            .Fit(digits).Transform(digits);
        return _context.MulticlassClassification.Trainers.SpikingNetwork(options: Digits.Quick with { Epochs = 3, Loss = loss })
            .Fit(spikes);
    }

    private sealed class Image
    {
        [VectorType(1, 28, 28)]
        public float[] Spikes { get; set; } = [];
    }
}
