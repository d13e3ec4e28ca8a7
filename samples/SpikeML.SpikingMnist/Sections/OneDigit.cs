using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Plot;
using SpikeML.Samples.Gallery;
using SpikeML.Torch;

namespace SpikeML.SpikingMnist.Sections;

/// <summary>Section 4: what the network does with one digit, from its input to its output neurons.</summary>
internal static class OneDigit
{
    public static void Show(Report report, Digits digits, TransformerChain<SpikingNetworkTransformer> model)
    {
        report.Section("4. One digit");
        MLContext context = digits.Context;
        report.Run(out IDataView scored, model.Transform(context.Data.TakeRows(digits.Test, 1)));
        report.Run(out SpikeTrain input, scored.GetSpikeTrains("Spikes").Single());
        report.Run(out SpikeTrain outputs, scored.GetSpikeTrains("OutputSpikes").Single());
        report.Run(out float[] membranes, scored.GetColumn<float[]>("OutputMembranes").Single());
        uint label = scored.GetColumn<uint>("Label").Single() - 1,
            predicted = scored.GetColumn<uint>("PredictedLabel").Single() - 1;
        report.Say($"The first held-out digit is a {label}, predicted as {predicted}; input: {input}; output: {outputs}");

        report.Section("4.1 Input");
        report.Show(SpikePlot.Animate(input, new() { Title = "Input" }), "input", "The digit's spikes, step by step",
            "A digit in dots that flicker from step to step");

        report.Section("4.2 Hidden neurons");
        report.Run(out IReadOnlyList<SpikeTrain> layers, model.LastTransformer.GetLayerSpikes(input));
        for (int layer = 0; layer < layers.Count - 1; layer++)
        {
            SpikeTrain spikes = layers[layer];
            string title = $"Hidden layer {layer + 1}";
            report.Show((theme, width) => SpikePlot.Raster(spikes,
                    new() { Title = title, XLabel = "Time step", Theme = theme, Width = width }),
                $"hidden-{layer + 1}",
                $"{title}: {spikes}",
                $"A raster of {spikes.NeuronCount} neurons over {input.NumSteps} steps");
        }

        report.Section("4.3 Output neurons");
        report.Show(SpikePlot.AnimateSpikeCount(outputs, new() { Title = "Output spikes", YLabel = "Digit" }), "counts",
            "Spike counts of the output neurons: the predicted one usually spikes most often",
            $"Bars of ten neurons that grow step by step; the prediction is {predicted}");
        report.Show(
            (theme, width) => SpikePlot.Traces(membranes, outputs.NumSteps, outputs, new()
            {
                Neurons = [.. Enumerable.Range(0, 10)],
                Titles = [.. Enumerable.Range(0, 10).Select(digit => $"Output neuron {digit}")],
                Columns = width is null ? 5 : 2,
                Threshold = 1,
                Theme = theme,
                Width = width,
            }),
            "traces", "Membranes of the output neurons, with their spikes and the threshold",
            "Ten traces over time: that of the predicted digit crosses the threshold again and again");
    }
}
