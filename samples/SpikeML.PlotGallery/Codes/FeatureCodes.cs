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

    public static Figure Rate(double scale) => Code(scale, Unit,
        ("Gain = 1", spikes => spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 50 })),
        ("Gain = 0.25", spikes => spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 50, Gain = 0.25 })));

    public static Figure Latency(double scale) => Code(scale, Unit,
        ("Linear", spikes => spikes.EncodeLatency("Spikes", "Values", new() { NumSteps = 20, Linear = true, Normalize = true })),
        ("Logarithmic, Tau = 100", spikes => spikes.EncodeLatency("Spikes", "Values", new() { NumSteps = 20, Tau = 100 })));

    public static Figure LogLatency(double scale) => Code(scale, Decades,
        ("NumSteps = 12", spikes => spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 12 })),
        ("NumSteps = 8", spikes => spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 8 })));

    public static Figure RankOrder(double scale) => Code(scale, [0.4f, 0.9f, 0.1f, 0.6f, 0.3f],
        ("A step for each feature", spikes => spikes.EncodeRankOrder("Spikes", "Values")),
        ("NumSteps = 3", spikes => spikes.EncodeRankOrder("Spikes", "Values", new() { NumSteps = 3 })));

    public static Figure Burst(double scale) => Code(scale, Unit,
        ("MaxSpikes = 5", spikes => spikes.EncodeBurst("Spikes", "Values", new() { NumSteps = 50 })),
        ("MaxSpikes = 10, MaxGap = 8", spikes => spikes.EncodeBurst("Spikes", "Values",
            new() { NumSteps = 50, MaxSpikes = 10, MaxGap = 8 })));

    public static Figure Phase(double scale) => Code(scale, Unit,
        ("Period = 8", spikes => spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 16 })),
        ("Period = 4", spikes => spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 16, Period = 4 })));

    public static Figure RegularRate(double scale) => Code(scale, Unit,
        ("Gain = 1", spikes => spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50 })),
        ("Gain = 0.25", spikes => spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50, Gain = 0.25 })));

    public static Figure SignedRate(double scale) => Code(scale, Signed,
        ("Gain = 1", spikes => spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50 })),
        ("Gain = 0.25", spikes => spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50, Gain = 0.25 })));

    public static Figure PoissonIntervals(double scale) => Code(scale, Rates,
        ("Poisson intervals", spikes => spikes.EncodePoissonIntervals("Spikes", "Values", new() { NumSteps = 100 })),
        ("Exponential intervals", spikes => spikes.EncodePoissonIntervals("Spikes", "Values",
            new() { NumSteps = 100, Intervals = PoissonIntervalDistribution.Exponential })));

    public static Figure LifCurrent(double scale) => Code(scale, Currents,
        ("Gain = 1", spikes => spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100 })),
        ("Gain = 3", spikes => spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100, Gain = 3 })));

    /// <summary>All codes of features beside each other.</summary>
    public static Figure Overview(double scale) => Panel.Picture(2, scale,
        Small("rate", Unit, spikes => spikes.EncodeRate("Spikes", "Values", new() { NumSteps = 50 })),
        Small("regular rate", Unit, spikes => spikes.EncodeRegularRate("Spikes", "Values", new() { NumSteps = 50 })),
        Small("latency, linear", Unit, spikes =>
            spikes.EncodeLatency("Spikes", "Values", new() { NumSteps = 20, Linear = true, Normalize = true })),
        Small("logarithmic latency", Decades, spikes => spikes.EncodeLogLatency("Spikes", "Values", new() { NumSteps = 12 })),
        Small("rank order", Unit, spikes => spikes.EncodeRankOrder("Spikes", "Values", new() { NumSteps = 8 })),
        Small("burst", Unit, spikes => spikes.EncodeBurst("Spikes", "Values", new() { NumSteps = 50 })),
        Small("phase", Unit, spikes => spikes.EncodePhase("Spikes", "Values", new() { NumSteps = 32 })),
        Small("signed rate", Signed, spikes => spikes.EncodeSignedRate("Spikes", "Values", new() { NumSteps = 50 })),
        Small("Poisson intervals", Rates, spikes => spikes.EncodePoissonIntervals("Spikes", "Values", new() { NumSteps = 100 })),
        Small("LIF current", Currents, spikes => spikes.EncodeLifCurrent("Spikes", "Values", new() { NumSteps = 100 })));

    private static Figure Code(double scale, float[] values,
        params (string Title, Func<SpikeCatalog, IEstimator<ITransformer>> Verb)[] codes) => Panel.Picture(3, scale,
        [
            Panel.Values("Features", values, 220, Height, values == Decades ? LeastDecade : null),
            .. codes.Select(code => Raster(code.Title, values, code.Verb, 320, Height, null)),
        ]);

    private static PlotFigure Small(string title, float[] values, Func<SpikeCatalog, IEstimator<ITransformer>> verb) =>
        Raster(title, values, verb, 430, 170, "");

    private static PlotFigure Raster(string title, float[] values, Func<SpikeCatalog, IEstimator<ITransformer>> verb, int width,
        int height, string? xLabel) =>
        Panel.Raster(title, new OneRow(values).Spikes(verb), width, height,
            new() { XLabel = xLabel, Mark = RasterMark.Bar, Labels = Panel.Labels(values), YLabel = "x" });
}
