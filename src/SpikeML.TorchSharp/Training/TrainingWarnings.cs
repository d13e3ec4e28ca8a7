using System.Globalization;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>Warns, once per training, about signs that the network has not learned, and says what to change.</summary>
internal sealed class TrainingWarnings(
    IChannel log, SpikingNetworkOptions options, TrainingGoal goal, LabelSummary labels, Func<int, string> nameOf,
    string largerNetwork = "more neurons (Layers)")
{
    /// <summary>Above this share of neurons with the same spike count in every row, a layer is reported.</summary>
    private const double MostConstant = 0.8;

    /// <summary>With fewer rows, layers are not checked, because the result would mean little.</summary>
    private const int FewestRows = 8;

    private const double MostTies = 0.1, MostEntropy = 0.95, MostVariance = 0.5;
    private const int FewestUpdates = 300, NamedClasses = 5;

    /// <summary>Before training: reports hidden layers that hardly distinguish rows.</summary>
    /// <param name="constantShares">
    /// For each hidden layer, the share of neurons whose spike count is the same in all rows.
    /// </param>
    /// <param name="rows">The number of rows.</param>
    public void AboutLayers(IReadOnlyList<double> constantShares, int rows)
    {
        for (int i = 0; i < constantShares.Count && rows >= FewestRows; i++)
        {
            if (constantShares[i] > MostConstant)
                log.Warning($"Hidden layer {i + 1} ({options.Layers[i]}): {Percent(constantShares[i])} of its neurons fire "
                    + $"equally often for each of the first {rows} rows, so it hardly tells them apart. {LayerRemedy()}");
        }
    }

    /// <summary>After training: reports signs that the network has not learned.</summary>
    /// <param name="last">The last epoch.</param>
    /// <param name="watch">The observed outputs of that epoch, or null for regression.</param>
    /// <param name="updates">The number of updates of the weights.</param>
    public void AboutTraining(SpikingEpoch last, EpochWatch? watch, long updates)
    {
        if (labels.AreEqual)
            log.Warning((watch is null ? "All labels are equal" : $"All rows have the class '{nameOf(labels.MostFrequent)}'")
                + ", so there is nothing to learn. Check the label column and the rows.");
        else if (watch is null)
            AboutRegression(last);
        else
            AboutClasses(last, watch);
        if (updates < FewestUpdates && !labels.AreEqual && !HasLearned(last))
            log.Warning($"Training made {Counted.Of(updates, "update")} of the weights, and fewer than {FewestUpdates} "
                + $"are seldom enough. Raise Epochs ({options.Epochs}) or lower BatchSize ({options.BatchSize}).");
    }

    /// <summary>Whether the network is past halfway from guessing to perfect: then the updates were enough.</summary>
    private bool HasLearned(SpikingEpoch last) =>
        goal.IsClassification ? last.Accuracy >= (1 + labels.Majority) / 2 : last.Loss <= MostVariance;

    private void AboutRegression(SpikingEpoch last)
    {
        if (last.Loss > MostVariance)
            log.Warning($"The squared error of the last epoch is {Percent(last.Loss)} of the labels' variance: the network "
                + $"explains little of them. {LearningRemedy()}");
    }

    private void AboutClasses(SpikingEpoch last, EpochWatch watch)
    {
        long[] predicted = watch.Predicted;
        int only = Array.IndexOf(predicted, watch.Rows);
        if (only >= 0)
            log.Warning($"The network predicts class '{nameOf(only)}' for every row: it has not learned. {LearningRemedy()}");
        else if (last.Accuracy <= labels.Majority)
            log.Warning($"The accuracy of the last epoch, {Percent(last.Accuracy, 1)}, is not above the share of the most "
                + $"frequent class, '{nameOf(labels.MostFrequent)}' ({Percent(labels.Majority, 1)}). {LearningRemedy()}");
        else if (goal.IsCrossEntropy && last.Loss > MostEntropy * labels.Entropy)
            log.Warning($"The loss of the last epoch, {Number(last.Loss, "F3")}, is hardly below that of predicting "
                + $"each class by its share, {Number(labels.Entropy, "F3")}. {LearningRemedy()}");
        if (!goal.ReadsMembranes)
            AboutSpikes(watch);
    }

    private void AboutSpikes(EpochWatch watch)
    {
        double[] spikes = watch.Spikes;
        int[] silent = [.. Enumerable.Range(0, spikes.Length).Where(output => spikes[output] == 0)];
        if (silent.Length > 0)
            log.Warning($"The output {(silent.Length == 1 ? "neuron" : "neurons")} of {Names(silent)} fired in no row of the "
                + $"last epoch, so that no gradient brings {(silent.Length == 1 ? "it" : "them")} back. {SpikeRemedy()}");
        if (watch.Tied > MostTies * watch.Rows)
            log.Warning($"The best scores are equal in {Percent((double)watch.Tied / watch.Rows)} of the rows of the "
                + $"last epoch, where the first of these classes is predicted. Encode in more steps, or "
                + SpikeRemedy(isStart: false));
    }

    private string Names(int[] classes) => $"{(classes.Length == 1 ? "class" : "classes")} "
        + string.Join(", ", classes.Take(NamedClasses).Select(index => $"'{nameOf(index)}'"))
        + (classes.Length > NamedClasses ? $" and {classes.Length - NamedClasses} more" : "");

    private string LayerRemedy() => options.FirstWeights == SpikingFirstWeights.Uniform
        ? "Use FirstWeights = SpikingFirstWeights.ScaledToData, the default."
        : "Check that the encoder's spikes differ between rows: its options, and the range of its input.";

    private string LearningRemedy()
    {
        if (options.FirstWeights == SpikingFirstWeights.Uniform)
            return "Use FirstWeights = SpikingFirstWeights.ScaledToData, the default.";
        if (goal is { IsClassification: true, ReadsMembranes: false })
            return SpikeRemedy();
        return $"Train longer (Epochs = {options.Epochs}), try another LearningRate ({Number(options.LearningRate)}) or "
            + $"{largerNetwork}, and check that the spikes differ between rows.";
    }

    private static string SpikeRemedy(bool isStart = true) =>
        $"{(isStart ? "Use" : "use")} Loss = SpikingLoss.MeanMembraneCrossEntropy, which reads membranes.";

    private static string Percent(double share, int digits = 0) => Number(share, $"P{digits}");

    private static string Number(double number, string format = "G") => number.ToString(format, CultureInfo.InvariantCulture);
}
