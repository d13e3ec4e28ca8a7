using Microsoft.ML;
using OxyPlot;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of population codes: the response of eight fields to all values, and their spikes for one value.</summary>
internal static class Populations
{
    private const int Fields = 8;
    private const float Value = 0.3f;

    public static Figure ReceptiveFields(Look look) => Picture(look, Activations(look),
        ("NumSteps = 20", spikes => spikes.EncodeReceptiveFields("Spikes", "Values",
            new() { NumSteps = 20, NumFields = Fields, Range = ValueRange.Unit })),
        ("WidthFactor = 0.75", spikes => spikes.EncodeReceptiveFields("Spikes", "Values",
            new() { NumSteps = 20, NumFields = Fields, Range = ValueRange.Unit, WidthFactor = 0.75 })));

    public static Figure PopulationRate(Look look) => Picture(look, Activations(look),
        ("NumSteps = 50", spikes => spikes.EncodePopulationRate("Spikes", "Values",
            new() { NumSteps = 50, NumFields = Fields, Range = ValueRange.Unit })),
        ("WidthFactor = 0.75", spikes => spikes.EncodePopulationRate("Spikes", "Values",
            new() { NumSteps = 50, NumFields = Fields, Range = ValueRange.Unit, WidthFactor = 0.75 })));

    public static Figure Bins(Look look) => Picture(look, Rates(look),
        ("Drawn", spikes => spikes.EncodeBins("Spikes", "Values",
            new() { NumSteps = 50, NumFields = Fields, Range = ValueRange.Unit })),
        ("Regular = true", spikes => spikes.EncodeBins("Spikes", "Values",
            new() { NumSteps = 50, NumFields = Fields, Range = ValueRange.Unit, Regular = true })));

    private static Figure Picture(Look look, PlotFigure curves,
        params (string Title, Func<SpikeCatalog, IEstimator<ITransformer>> Verb)[] codes) => look.Picture(3, [
            curves,
            .. codes.Select(code => look.Raster($"x = 0.3, {code.Title}", new OneRow([Value]).Spikes(code.Verb), 286, 270,
                new() { Mark = RasterMark.Bar, YLabel = "Field" })),
        ]);

    /// <summary>Read off the encoder: the earlier a field fires, the more the value drives it.</summary>
    private static PlotFigure Activations(Look look)
    {
        const int Resolution = 1000;
        float[] features = [.. Enumerable.Range(0, 101).Select(i => i / 100f)];
        SpikeTrain train = new OneRow(features).Spikes(spikes => spikes.EncodeReceptiveFields("Spikes", "Values",
            new() { NumSteps = Resolution, NumFields = Fields, Range = ValueRange.Unit }));
        float[][] activations = [.. Enumerable.Range(0, Fields).Select(_ => new float[features.Length])];
        foreach (SpikeEvent spike in train)
            activations[spike.Neuron % Fields][spike.Neuron / Fields] = 1 - (float)spike.Step / Resolution;
        return Curves(look, "The activations of eight fields", "Activation", features, activations);
    }

    /// <summary>Read off the encoder: evenly spaced spikes are as many as the rate says.</summary>
    private static PlotFigure Rates(Look look)
    {
        const int Resolution = 1000;
        float[] features = [.. Enumerable.Range(0, 101).Select(i => i / 100f)];
        float[] rates = new OneRow(features).Numbers(spikes => spikes.EncodeBins("Spikes", "Values",
            new() { NumSteps = Resolution, NumFields = Fields, Range = ValueRange.Unit, Regular = true })
            .Append(spikes.ReadOutMeanRate("Output", "Spikes")));
        return Curves(look, "The rates of eight bins", "Spikes a step", features, [.. Enumerable.Range(0, Fields).Select(field =>
            features.Select((_, feature) => rates[feature * Fields + field]).ToArray())]);
    }

    private static PlotFigure Curves(Look look, string title, string yLabel, float[] features, float[][] curves)
    {
        PlotFigure figure = look.Curves(title, features, 286, 270, new() { XLabel = "Feature x", YLabel = yLabel },
            [.. curves.Select(curve => (curve, look.Blue))]);
        figure.Model.Annotations.Add(new OxyPlot.Annotations.LineAnnotation
        {
            Type = OxyPlot.Annotations.LineAnnotationType.Vertical,
            X = Value,
            Color = look.Vermillion,
            LineStyle = LineStyle.Dash,
        });
        return figure;
    }
}
