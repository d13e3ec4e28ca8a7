using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Plot;
using SpikeML.Samples.Gallery;
using SpikeML.Torch;

namespace SpikeML.SpikingMnist.Sections;

/// <summary>Section 2: one pipeline from pixels to a trained network, and the course of its training.</summary>
internal static class Training
{
    public static TransformerChain<SpikingNetworkTransformer> Show(
        Report report, Digits digits, SpikingNetworkOptions options, CancellationToken cancellation)
    {
        report.Section("2. Training");
        MLContext context = digits.Context;
        options = options with
        {
            ValidationFraction = 0.1,
            OutputSpikesColumnName = "OutputSpikes",
            OutputMembraneColumnName = "OutputMembranes",
        };
        void Tell(SpikingEpoch epoch) => Console.WriteLine(
            $"Epoch {epoch.Epoch,2} of {options.Epochs}: loss {epoch.Loss:F4}, accuracy {epoch.Accuracy:P1}, validation accuracy "
                + $"{epoch.ValidationAccuracy:P1}, {epoch.Duration.TotalSeconds:F1} s, {epoch.TimeLeft.TotalSeconds:F0} s left");
        report.Run(out EstimatorChain<SpikingNetworkTransformer> pipeline,
            context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
                .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", options, Tell,
                    cancellation)));
        report.Run(out TransformerChain<SpikingNetworkTransformer> model, pipeline.Fit(digits.Train));
        report.Run(out IReadOnlyList<SpikingEpoch> history, model.LastTransformer.History);
        report.Say($"{history.Count:N0} epochs took {history.Average(epoch => epoch.Duration.TotalSeconds):0.00} seconds each on "
            + $"average. In the last one, the loss was {history[^1].Loss:0.0000} and the accuracy {history[^1].Accuracy:P1}.");

        report.Show((theme, width) => SpikePlot.TrainingCurves(
                [.. history.Select(epoch => epoch.Loss)], [.. history.Select(epoch => epoch.ValidationLoss)],
                [.. history.Select(epoch => epoch.Accuracy)], [.. history.Select(epoch => epoch.ValidationAccuracy)],
                new() { Theme = theme, Width = width }),
            "training", "Loss and accuracy of the training rows and of the rows held out for validation, epoch by epoch",
            "Two curves each for the loss, which falls, and the accuracy, which rises: training rows and validation rows");
        return model;
    }
}
