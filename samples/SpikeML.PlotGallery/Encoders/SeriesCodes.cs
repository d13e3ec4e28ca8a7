using System.Globalization;
using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>
/// Pictures of the codes of series: a signal, its spikes with the threshold that Fit finds, and what is decoded of them.
/// </summary>
internal static class SeriesCodes
{
    private const int Steps = 96;

    private static readonly float[] Signal = [.. Enumerable.Range(0, Steps).Select(step =>
        (float)(0.42 + 0.3 * Math.Sin(2 * Math.PI * step / 48) + (step is >= 28 and < 40 ? 0.25 : 0)))];

    public static Figure OfChanges(double scale) => Panel.Picture(3, scale,
        Code("EncodeStepForward", spikes => spikes.EncodeStepForward("Spikes", "Values"), model => model.Codes[0]),
        Code("EncodeMovingWindow", spikes => spikes.EncodeMovingWindow("Spikes", "Values"), model => model.Codes[0]),
        Code("EncodeThresholdBased", spikes => spikes.EncodeThresholdBased("Spikes", "Values"), model => model.Codes[0]));

    public static Figure OfValues(double scale) => Panel.Picture(3, scale,
        Code("EncodeResidue", spikes => spikes.EncodeResidue("Spikes", "Values", new() { Threshold = 0.08 }), model =>
            model.Codes[0]),
        Code("EncodeMultiThreshold", spikes => spikes.EncodeMultiThreshold("Spikes", "Values"), model => model.Codes[0]),
        Code("EncodeBsa", spikes => spikes.EncodeBsa("Spikes", "Values"), model => model.Codes[0]));

    private static PlotFigure Code<TModel>(string verb, Func<SpikeCatalog, IEstimator<TModel>> encode, Func<TModel,
        SpikeCode> found)
        where TModel : class, ITransformer
    {
        (SpikeTrain spikes, float[] decoded, double ratio) = new OneRow(Signal).Restored(encode, found, Signal[0]);
        string title = string.Create(CultureInfo.InvariantCulture, $"{verb}: {ratio:F0} dB");
        return Panel.Series(title, Signal, spikes, decoded, 286, 250);
    }
}
