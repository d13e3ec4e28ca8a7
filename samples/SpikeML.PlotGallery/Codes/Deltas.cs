using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of the delta code with each of its options.</summary>
internal static class Deltas
{
    private static readonly float[] Series = [6, 7, 6, 8, 14, -14, 26, 1, 6, 7, 6];

    public static Figure All(double scale) => Panel.Picture(3, scale,
        Code("Threshold = 4", new() { Threshold = 4 }),
        Code("OffSpike = true", new() { Threshold = 4, OffSpike = true }),
        Code("OffSpike = true, Padding = true", new() { Threshold = 4, OffSpike = true, Padding = true }));

    private static PlotFigure Code(string title, DeltaEncodingOptions options) => Panel.Series(
        title, Series, new OneRow(Series).Spikes(spikes => spikes.EncodeDelta("Spikes", "Values", options)), null, 286, 270);
}
