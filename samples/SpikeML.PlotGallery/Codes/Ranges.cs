using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of learned ranges: a day of two sensors, one of which glitched once.</summary>
internal static class Ranges
{
    private const int Readings = 144;

    public static Figure All(Look look)
    {
        Random random = new(4);
        Reading[] readings = [.. Enumerable.Range(0, Readings).Select(i => new Reading
        {
            Values = [(float)(18 + 6 * Math.Sin(2 * Math.PI * i / Readings) + random.NextDouble()) + (i == 90 ? 60 : 0),
                (float)(1008 + 9 * Math.Cos(1.3 * Math.PI * i / Readings) + random.NextDouble())],
        })];
        return look.Picture(3,
            Lines(look, "Raw: °C and hPa", readings, spikes => null),
            Lines(look, "Scale", readings, spikes => spikes.Scale("Values")),
            Lines(look, "Scale, quantiles 0.01 to 0.99", readings, spikes =>
                spikes.Scale("Values", "Values", new() { LowerQuantile = 0.01, UpperQuantile = 0.99 })));
    }

    private static PlotFigure Lines(Look look, string title, Reading[] readings,
        Func<SpikeCatalog, IEstimator<ITransformer>?> verb)
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable(readings);
        IDataView shown = verb(context.Transforms.Spikes) is { } scale ? scale.Fit(data).Transform(data) : data;
        float[][] rows = [.. shown.GetColumn<float[]>("Values")];
        return look.Curves(title, [.. Enumerable.Range(0, Readings).Select(i => i / 6f)], 286, 240,
            new() { XLabel = "Hour", YLabel = "" },
            ([.. rows.Select(row => row[0])], look.Vermillion), ([.. rows.Select(row => row[1])], look.Blue));
    }

    private sealed class Reading
    {
        [VectorType(2)]
        public float[] Values { get; set; } = [];
    }
}
