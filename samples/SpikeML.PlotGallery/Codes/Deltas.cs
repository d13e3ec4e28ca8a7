using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of the delta code with each of its options.</summary>
internal static class Deltas
{
    private static readonly float[] Series = [6, 7, 6, 8, 14, -14, 26, 1, 6, 7, 6];

    public static Figure All(Look look) => look.Picture(3,
        Code(look, "Threshold = 4", new() { Threshold = 4 }),
        Code(look, "OffSpike = true", new() { Threshold = 4, OffSpike = true }),
        Code(look, "OffSpike = true, Padding = true", new() { Threshold = 4, OffSpike = true, Padding = true }));

    private static PlotFigure Code(Look look, string title, DeltaEncodingOptions options) => look.Series(
        title, Series, new OneRow(Series).Spikes(spikes => spikes.EncodeDelta("Spikes", "Values", options)), null, 286, 270);
}
