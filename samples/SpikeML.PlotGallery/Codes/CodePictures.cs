using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>The pictures of docs/codes: at least one for each page, under the page's name.</summary>
internal static class CodePictures
{
    private static readonly Dictionary<string, Func<Look, Figure>> Pictures = new()
    {
        ["rate"] = FeatureCodes.Rate,
        ["rate-digit"] = Digits.Rate,
        ["latency"] = FeatureCodes.Latency,
        ["latency-digit"] = Digits.Latency,
        ["spike-times"] = SpikeTimes.All,
        ["log-latency"] = FeatureCodes.LogLatency,
        ["rank-order"] = FeatureCodes.RankOrder,
        ["burst"] = FeatureCodes.Burst,
        ["phase"] = FeatureCodes.Phase,
        ["regular-rate"] = FeatureCodes.RegularRate,
        ["signed-rate"] = FeatureCodes.SignedRate,
        ["poisson-intervals"] = FeatureCodes.PoissonIntervals,
        ["lif-current"] = FeatureCodes.LifCurrent,
        ["receptive-fields"] = Populations.ReceptiveFields,
        ["population-rate"] = Populations.PopulationRate,
        ["bins"] = Populations.Bins,
        ["delta"] = Deltas.All,
        ["step-forward"] = SeriesCodes.StepForward,
        ["threshold-based"] = SeriesCodes.ThresholdBased,
        ["moving-window"] = SeriesCodes.MovingWindow,
        ["bsa"] = SeriesCodes.Bsa,
        ["residue"] = SeriesCodes.Residue,
        ["multi-threshold"] = SeriesCodes.MultiThreshold,
        ["pulse-width"] = SeriesCodes.PulseWidth,
        ["rate-targets"] = Targets.Rates,
        ["latency-targets"] = Targets.Latencies,
        ["scale"] = Ranges.All,
        ["shaping"] = Shapes.All,
        ["streams"] = SensorLog.All,
        ["events"] = EventFrames.All,
        ["readouts"] = Readouts.All,
        ["decoding"] = TradeOff.All,
        ["features-overview"] = FeatureCodes.Overview,
        ["series-overview"] = SeriesCodes.Overview,
    };

    public static void Draw(string folder) =>
        Picture.SaveAll(folder, look => Pictures.Select(picture => (picture.Key, picture.Value(look))));
}
