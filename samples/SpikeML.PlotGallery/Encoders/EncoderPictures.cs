using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>The pictures of docs/encoders.md.</summary>
internal static class EncoderPictures
{
    private static readonly Dictionary<string, Func<double, Figure>> Pictures = new()
    {
        ["rate"] = BasicCodes.Rate,
        ["latency"] = BasicCodes.Latency,
        ["spike-times"] = BasicCodes.SpikeTimes,
        ["delta"] = BasicCodes.Delta,
        ["targets"] = Targets.All,
        ["scale"] = Ranges.All,
        ["codes-of-changes"] = SeriesCodes.OfChanges,
        ["codes-of-values"] = SeriesCodes.OfValues,
        ["feature-codes"] = FeatureCodes.All,
        ["populations"] = Populations.All,
        ["streams"] = SensorLog.All,
        ["events"] = EventFrames.All,
    };

    public static void Draw(string folder, double scale)
    {
        foreach ((string name, Func<double, Figure> draw) in Pictures)
            draw(scale).Save(Path.Combine(folder, $"{name}.png"));
    }
}
