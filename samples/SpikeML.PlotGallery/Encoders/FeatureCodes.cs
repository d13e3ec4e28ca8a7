using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of the codes of features: five values, each a row of spikes.</summary>
internal static class FeatureCodes
{
    private static readonly float[] Unit = [0.1f, 0.3f, 0.5f, 0.7f, 0.9f];
    private static readonly float[] Decades = [0.0001f, 0.001f, 0.01f, 0.1f, 1];
    private static readonly float[] Signed = [-0.9f, -0.4f, 0, 0.4f, 0.9f];
    private static readonly float[] Rates = [25, 50, 100, 200, 400];
    private static readonly float[] Currents = [0.9f, 1.1f, 1.5f, 2, 4];

    public static Figure All(double scale) => Panel.Picture(2, scale,
        Code("EncodePhase: binary digits, every 8 steps", Unit, spikes =>
            spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 32 })),
        Code("EncodeRankOrder: the largest first", Unit, spikes =>
            spikes.EncodeRankOrder("Spikes", "Values", new() { NumSteps = 8 })),
        Code("EncodeBurst: larger, more and closer", Unit, spikes =>
            spikes.EncodeBurst("Spikes", "Values", new() { NumSteps = 50 })),
        Code("EncodeRegularRate: evenly spaced", Unit, spikes =>
            spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50 })),
        Code("EncodeSignedRate: the sign in the spike", Signed, spikes =>
            spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50 })),
        Code("EncodePoissonIntervals: rates in Hz", Rates, spikes =>
            spikes.EncodePoissonIntervals("Spikes", "Values", new() { NumSteps = 100 })),
        Code("EncodeLifCurrent: a neuron's spikes", Currents, spikes =>
            spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100 }), isLowest: true),
        Code("EncodeLogLatency: over decades", Decades, spikes =>
            spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 12 }), isLowest: true));

    private static PlotFigure Code(string title, float[] values, Func<SpikeCatalog, IEstimator<ITransformer>> verb,
        bool isLowest = false) =>
        Panel.Raster(title, new OneRow(values).Spikes(verb), 430, isLowest ? 184 : 166,
            new()
            {
                XLabel = isLowest ? null : "",
                Mark = RasterMark.Bar,
                Labels = [.. values.Select(value => FormattableString.Invariant($"{value:0.####}"))],
                YLabel = "x"
            });
}
