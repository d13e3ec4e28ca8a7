using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>Pictures of the codes of features: five values as bars, and their spikes with two sets of options.</summary>
internal static class FeatureCodes
{
    private const int Height = 200;
    private const double LeastDecade = 1e-5;

    private static readonly float[] Unit = [0.1f, 0.3f, 0.5f, 0.7f, 0.9f];
    private static readonly float[] Decades = [0.0001f, 0.001f, 0.01f, 0.1f, 1];
    private static readonly float[] Signed = [-0.9f, -0.4f, 0, 0.4f, 0.9f];
    private static readonly float[] Rates = [25, 50, 100, 200, 400];
    private static readonly float[] Currents = [0.9f, 1.1f, 1.5f, 2, 4];

    public static Figure Rate(Look look) => Code(look, Unit,
        ("Gain = 1", spikes => spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 50 })),
        ("Gain = 0.25", spikes => spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 50, Gain = 0.25 })));

    public static Figure Latency(Look look) => Code(look, Unit,
        ("Linear", spikes => spikes.EncodeLatency("Spikes", "Values", new() { NumSteps = 20, Linear = true, Normalize = true })),
        ("Logarithmic, Tau = 100", spikes => spikes.EncodeLatency("Spikes", "Values", new() { NumSteps = 20, Tau = 100 })));

    public static Figure LogLatency(Look look) => Code(look, Decades,
        ("NumSteps = 12", spikes => spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 12 })),
        ("NumSteps = 8", spikes => spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 8 })));

    public static Figure RankOrder(Look look) => Code(look, [0.4f, 0.9f, 0.1f, 0.6f, 0.3f],
        ("A step for each feature", spikes => spikes.EncodeRankOrder("Spikes", "Values")),
        ("NumSteps = 3", spikes => spikes.EncodeRankOrder("Spikes", "Values", new() { NumSteps = 3 })));

    public static Figure Burst(Look look) => Code(look, Unit,
        ("MaxSpikes = 5", spikes => spikes.EncodeBurst("Spikes", "Values", new() { NumSteps = 50 })),
        ("MaxSpikes = 10, MaxGap = 8", spikes => spikes.EncodeBurst("Spikes", "Values",
            new() { NumSteps = 50, MaxSpikes = 10, MaxGap = 8 })));

    public static Figure Phase(Look look) => Code(look, Unit,
        ("Period = 8", spikes => spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 16 })),
        ("Period = 4", spikes => spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 16, Period = 4 })));

    public static Figure RegularRate(Look look) => Code(look, Unit,
        ("Gain = 1", spikes => spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50 })),
        ("Gain = 0.25", spikes => spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50, Gain = 0.25 })));

    public static Figure SignedRate(Look look) => Code(look, Signed,
        ("Gain = 1", spikes => spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50 })),
        ("Gain = 0.25", spikes => spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50, Gain = 0.25 })));

    public static Figure PoissonIntervals(Look look) => Code(look, Rates,
        ("Poisson intervals", spikes => spikes.EncodePoissonIntervals("Spikes", "Values", new() { NumSteps = 100 })),
        ("Exponential intervals", spikes => spikes.EncodePoissonIntervals("Spikes", "Values",
            new() { NumSteps = 100, Intervals = PoissonIntervalDistribution.Exponential })));

    public static Figure LifCurrent(Look look) => Code(look, Currents,
        ("Gain = 1", spikes => spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100 })),
        ("Gain = 3", spikes => spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100, Gain = 3 })));

    /// <summary>All codes of features beside each other.</summary>
    public static Figure Overview(Look look) => look.Picture(2,
        Small(look, "rate", Unit, spikes => spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 50 })),
        Small(look, "regular rate", Unit, spikes => spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50 })),
        Small(look, "latency, linear", Unit, spikes =>
            spikes.EncodeLatency("Spikes", "Values", new() { NumSteps = 20, Linear = true, Normalize = true })),
        Small(look, "logarithmic latency", Decades, spikes =>
            spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 12 })),
        Small(look, "rank order", Unit, spikes => spikes.EncodeRankOrder("Spikes", "Values", new() { NumSteps = 8 })),
        Small(look, "burst", Unit, spikes => spikes.EncodeBurst("Spikes", "Values", new() { NumSteps = 50 })),
        Small(look, "phase", Unit, spikes => spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 32 })),
        Small(look, "signed rate", Signed, spikes => spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50 })),
        Small(look, "Poisson intervals", Rates, spikes =>
            spikes.EncodePoissonIntervals("Spikes", "Values", new() { NumSteps = 100 })),
        Small(look, "LIF current", Currents, spikes => spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100 })));

    private static Figure Code(Look look, float[] values,
        params (string Title, Func<SpikeCatalog, IEstimator<ITransformer>> Verb)[] codes) => look.Picture(3, [
            look.Values("Features", values, 220, Height, values == Decades ? LeastDecade : null),
            .. codes.Select(code => Raster(look, code.Title, values, code.Verb, 320, Height, null)),
        ]);

    private static PlotFigure Small(Look look, string title, float[] values, Func<SpikeCatalog, IEstimator<ITransformer>> verb) =>
        Raster(look, title, values, verb, 430, 170, "");

    private static PlotFigure Raster(Look look, string title, float[] values,
        Func<SpikeCatalog, IEstimator<ITransformer>> verb, int width, int height, string? xLabel) =>
        look.Raster(title, new OneRow(values).Spikes(verb), width, height,
            new() { XLabel = xLabel, Mark = RasterMark.Bar, Labels = Look.Labels(values), YLabel = "x" });
}
