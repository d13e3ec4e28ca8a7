using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of streams: the rows of two sensors in one log, and the spikes of each.</summary>
internal static class SensorLog
{
    private const int Minutes = 120;

    public static Figure All(Look look)
    {
        MLContext context = new(seed: 1);
        IDataView log = context.Data.LoadFromEnumerable(Rows());
        IDataView encoded = context.Transforms.Spikes.EncodeStream("Spikes", "Value",
            new StepForwardEncodingOptions { Threshold = 0.5 },
            new() { PartitionColumnName = "Sensor", OrderColumnName = "Minute" }).Fit(log).Transform(log);
        Encoded[] rows = [.. context.Data.CreateEnumerable<Encoded>(encoded, reuseRowObject: false)];
        return look.Picture(2,
            Sensor(look, "kitchen", rows), Sensor(look, "attic", rows));
    }

    private static PlotFigure Sensor(Look look, string name, Encoded[] rows)
    {
        Encoded[] own = [.. rows.Where(row => row.Sensor == name)];
        return look.Series($"Rows of \"{name}\"", [.. own.Select(row => row.Value)],
            SpikeTrain.FromDense([.. own.Select(row => row.Spikes[0])], own.Length),
            null, 430, 260, "Temperature");
    }

    private static IEnumerable<Reading> Rows()
    {
        Random random = new(2);
        for (int minute = 0; minute < Minutes; minute++)
        {
            double oven = minute < 30 ? 0 : 6 * (Math.Exp(-(minute - 30) / 60.0) - Math.Exp(-(minute - 30) / 8.0));
            yield return new Reading
            {
                Sensor = "kitchen",
                Minute = minute,
                Value = (float)(20 + oven + 0.3 * random.NextDouble())
            };
            yield return new Reading
            {
                Sensor = "attic",
                Minute = minute,
                Value = (float)(14 + 4 * Math.Sin(Math.PI * minute / Minutes) + 0.3 * random.NextDouble())
            };
        }
    }

    private class Reading
    {
        public string Sensor { get; set; } = "";
        public int Minute { get; set; }
        public float Value { get; set; }
    }

    private sealed class Encoded : Reading
    {
        public float[] Spikes { get; set; } = [];
    }
}
