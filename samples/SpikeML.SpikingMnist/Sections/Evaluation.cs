using Microsoft.ML.Data;
using SpikeML.Plot;
using SpikeML.Samples.Gallery;
using SpikeML.Torch;

namespace SpikeML.SpikingMnist.Sections;

/// <summary>Section 3: ML.NET's own metrics on the held-out digits.</summary>
internal static class Evaluation
{
    public static void Show(Report report, Digits digits, TransformerChain<SpikingNetworkTransformer> model)
    {
        report.Section("3. Held-out digits");
        report.Run(out MulticlassClassificationMetrics metrics,
            digits.Context.MulticlassClassification.Evaluate(model.Transform(digits.Test)));
        report.Say($"Accuracy on the held-out digits: {metrics.MicroAccuracy:P1} (log-loss {metrics.LogLoss:0.000})");
        report.Show((theme, width) => SpikePlot.ConfusionTable(metrics.ConfusionMatrix.Counts,
                new() { Title = "Held-out digits", Theme = theme, Width = width }),
            "confusion", "Actual and predicted digits",
            $"A table of 10 by 10 counts, dark along its diagonal: {metrics.MicroAccuracy:P1} are on it");
    }
}
