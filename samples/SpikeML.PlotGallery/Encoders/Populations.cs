using OxyPlot;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of population codes: what eight fields answer to all values, and their spikes for one.</summary>
internal static class Populations
{
    private const int Fields = 8;
    private const float Value = 0.3f;

    public static Figure All(double scale)
    {
        OneRow row = new([Value]);
        return Panel.Picture(3, scale, Activations(),
            Panel.Raster("EncodeReceptiveFields of 0.3", row.Spikes(spikes => spikes.EncodeReceptiveFields("Spikes", "Values",
                new() { NumSteps = 20, NumFields = Fields, Range = ValueRange.Unit })), 286, 270),
            Panel.Raster("EncodePopulationRate of 0.3", row.Spikes(spikes => spikes.EncodePopulationRate("Spikes", "Values",
                new() { NumSteps = 50, NumFields = Fields, Range = ValueRange.Unit })), 286, 270));
    }

    /// <summary>Read off the encoder: the earlier a field fires, the more the value drives it.</summary>
    private static PlotFigure Activations()
    {
        const int Resolution = 1000;
        float[] features = [.. Enumerable.Range(0, 101).Select(i => i / 100f)];
        SpikeTrain train = new OneRow(features).Spikes(spikes => spikes.EncodeReceptiveFields("Spikes", "Values",
            new() { NumSteps = Resolution, NumFields = Fields, Range = ValueRange.Unit }));
        float[][] activations = [.. Enumerable.Range(0, Fields).Select(_ => new float[features.Length])];
        foreach (SpikeEvent spike in train)
            activations[spike.Neuron % Fields][spike.Neuron / Fields] = 1 - (float)spike.Step / Resolution;
        PlotFigure figure = Panel.Curves("Eight fields over [0, 1]", features, 286, 270,
            new() { XLabel = "Feature x", YLabel = "Activation" },
            [.. activations.Select(curve => (curve, Panel.Blue))]);
        figure.Model.Annotations.Add(new OxyPlot.Annotations.LineAnnotation
        {
            Type = OxyPlot.Annotations.LineAnnotationType.Vertical,
            X = Value,
            Color = Panel.Vermillion,
            LineStyle = LineStyle.Dash,
        });
        return figure;
    }
}
