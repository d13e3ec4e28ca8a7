using System.Diagnostics;
using Microsoft.ML.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Trains a network: batch by batch, epoch by epoch.</summary>
internal sealed class NetworkTraining(
    IHost host, SpikingNetworkOptions options, TrainingGoal goal, nn.Module<Tensor, SpikeRecording> network, TrainingData data,
    IChannel log, TrainingWarnings warnings, Action<SpikingEpoch>? epochFinished, CancellationToken cancellationToken)
{
    private readonly bool _freshSpikes = options.FreshSpikes ?? FreshSpikes.ArePossible(data.View, log);
    private readonly HeldOut _heldOut = new(options.Seed!.Value, options.ValidationFraction);
    private readonly BatchStep _step = new(network, options, goal, () => host.CheckAlive(cancellationToken));
    private readonly TrainingProgress _progress = new(log, options.Epochs, data.Rows, options.Patience is not null,
        TimeProvider.System);
    private EpochWatch? _watch;

    /// <summary>
    /// Trains the network and leaves it with the weights of the last epoch or, with early stopping, of the best one.
    /// </summary>
    public List<SpikingEpoch> Run()
    {
        if (network is SpikingNetworkModule layers)
        {
            layers.CheckAlive = CheckAlive;
            ScaleFirstWeights(layers);
        }
        using AdamSteps optimizer = new(network.parameters());
        using IProgressChannel progress = host.StartProgressChannel("SpikingNetwork");
        using BestWeights best = new(network, options.Patience);
        List<SpikingEpoch> history = [];
        progress.SetHeader(new ProgressHeader(["Loss", "Accuracy", "Validation loss", "Validation accuracy"], ["epochs", "rows"]),
            _progress.Fill);
        while (history.Count < options.Epochs && !best.IsOverdue)
        {
            SpikingEpoch epoch = RunEpoch(history.Count, optimizer);
            history.Add(epoch);
            Report(epoch, progress);
            best.Consider(epoch);
        }
        best.Restore();
        CheckFinite();
        warnings.AboutTraining(history[^1], _watch, _step.Updates);
        _watch?.Dispose();
        return history;
    }

    private void ScaleFirstWeights(SpikingNetworkModule layers)
    {
        using DisposeScope scope = NewDisposeScope();
        int batchSize = Math.Min(options.BatchSize, FirstWeightScaling.BatchSize), rows = 0;
        List<Tensor> spikes = [];
        // A few rows are not worth several threads, which read further ahead.
        SpikeBatchOptions reading = Reading(0, isTraining: true) with { Threads = 1 };
        foreach (SpikeBatch batch in data.Read(batchSize, reading, _heldOut, takesHeldOut: false, CheckAlive))
        {
            spikes.Add(batch.Spikes);
            rows += batch.Count;
            batch.Labels!.Dispose();
            batch.ExampleWeights?.Dispose();
            if (rows >= FirstWeightScaling.Rows)
                break;
        }
        if (rows > 0)
            warnings.AboutLayers(new FirstWeightScaling(layers, options, goal.ReadsMembranes).Run(spikes), rows);
    }

    private SpikingEpoch RunEpoch(int index, AdamSteps optimizer)
    {
        long start = Stopwatch.GetTimestamp();
        _progress.Begin(index);
        _watch?.Dispose();
        _watch = goal.IsClassification ? new(goal.Classes, data.Device) : null;
        (double loss, double accuracy) = Pass(index, optimizer);
        if (!double.IsFinite(loss))
            throw new InvalidOperationException(
                $"Training diverged: the loss of epoch {index + 1} is {loss}. Lower LearningRate, and check that the "
                    + "spikes are finite.");
        (double validationLoss, double validationAccuracy) = _heldOut.Fraction > 0 ? Pass(index, null) : (double.NaN, double.NaN);
        _progress.End();
        return new(index + 1, loss, accuracy, validationLoss, validationAccuracy, Stopwatch.GetElapsedTime(start))
        {
            TimeLeft = _progress.TimeLeft,
        };
    }

    /// <summary>One pass over the training rows or, without an optimizer, over the held-out rows.</summary>
    private (double Loss, double Accuracy) Pass(int epoch, AdamSteps? optimizer)
    {
        using IDisposable gradients = set_grad_enabled(optimizer is not null);
        network.train(optimizer is not null);
        PassFigures all = default;
        long rows = 0;
        foreach (SpikeBatch batch in data.ReadAhead(options.BatchSize, Reading(epoch, isTraining: optimizer is not null),
            _heldOut, takesHeldOut: optimizer is null, _step.TakesEvents, CheckAlive))
        {
            using (batch)
            using (NewDisposeScope())
            {
                all += Step(batch, optimizer, options.LearningRate * Math.Pow(options.LearningRateDecay, epoch));
                _progress.Add(batch.Count);
                rows += batch.Count;
            }
        }
        if (rows == 0)
            throw new InvalidOperationException($"Epoch {epoch + 1} read no rows to {(optimizer is null ? "validate" : "train")} "
                + "on, but there were some before: the data must give the same rows each time it is read. Cache rows that can be "
                + "read only once (mlContext.Data.Cache).");
        return (all.Loss / all.Weight, all.Hits / all.Weight);
    }

    private SpikeBatchOptions Reading(int epoch, bool isTraining) => new()
    {
        ShuffleSeed = isTraining ? options.Seed : null,
        Epoch = epoch,
        FreshSpikes = _freshSpikes && isTraining,
        Device = data.Device,
        Threads = ParallelRows.ThreadsFor((long)data.Spikes.NumSteps * data.Spikes.NeuronCount),
    };

    private PassFigures Step(SpikeBatch batch, AdamSteps? optimizer, double learningRate)
    {
        Tensor? weights = goal.WeightsOf(batch);
        (double loss, SpikeRecording output) = _step.Run(batch, weights, optimizer, learningRate);
        return new(loss * batch.Count,
            HitsOf(output, batch.Labels!, weights, isTraining: optimizer is not null),
            weights?.sum().ToNumber() ?? batch.Count);
    }

    /// <summary>The weight of the rows that are classified correctly, over the mean weight; NaN for regression.</summary>
    private double HitsOf(SpikeRecording output, Tensor labels, Tensor? weights, bool isTraining)
    {
        if (!goal.IsClassification)
            return double.NaN;
        Tensor scores = goal.ScoresOf(output);
        if (isTraining)
            _watch!.Take(scores, ClassOutputs.Sum(output.Spikes, goal.OutputsPerClass));
        Tensor hits = SpikeAccuracy.Hits(scores.argmax(1), labels);
        return (weights is null ? hits : hits.mul(weights)).sum().ToNumber();
    }

    /// <summary>
    /// The last update may leave weights that are not finite, and so may statistics of a batch, without any loss that shows it.
    /// </summary>
    private void CheckFinite()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        foreach ((string name, Tensor value) in network.state_dict())
        {
            if (value.is_floating_point() && value.isfinite().all().ToNumber() == 0)
                throw new InvalidOperationException($"Training left numbers in '{name}' that are not finite. Lower LearningRate. "
                    + "If these are the statistics of batch normalisation, a batch had a single row: choose a BatchSize "
                    + $"({options.BatchSize}) that leaves at least two rows for the last batch.");
        }
    }

    private void CheckAlive() => host.CheckAlive(cancellationToken);

    private void Report(SpikingEpoch epoch, IProgressChannel progress)
    {
        progress.Checkpoint(epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.Epoch, 0);
        string validation = double.IsNaN(epoch.ValidationLoss) ? ""
            : FormattableString.Invariant($", held out: loss {epoch.ValidationLoss:F4}{Share(epoch.ValidationAccuracy)}");
        string figures = FormattableString.Invariant($"loss {epoch.Loss:F4}{Share(epoch.Accuracy)}{validation}");
        string duration = FormattableString.Invariant($"{epoch.Duration.TotalSeconds:F2} s");
        string left = epoch.Epoch < options.Epochs ? $", {_progress.TimeLeftText}" : "";
        log.Info($"Epoch {epoch.Epoch} of {options.Epochs}: {figures} ({duration}{left})");
        epochFinished?.Invoke(epoch);
    }

    private static string Share(double accuracy) =>
        double.IsNaN(accuracy) ? "" : FormattableString.Invariant($", accuracy {accuracy:P1}");
}
