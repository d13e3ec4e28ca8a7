using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.Sensors;

/// <summary>The log row by row, one row per reading; each wearable is a separate stream.</summary>
internal static class LogStream
{
    private const double Threshold = 0.1;
    private const int VerticalAxis = 2, DrawnSeconds = 12;

    public static void Show(MLContext context, IDataView log, string picture)
    {
        IDataView spikes = context.Transforms.Spikes.EncodeStream("Spikes", "Acceleration",
            new StepForwardEncodingOptions { Threshold = Threshold },
            new() { PartitionColumnName = "Sensor", OrderColumnName = "Time" }).Fit(log).Transform(log);
        EncodedReading[] rows = [.. context.Data.CreateEnumerable<EncodedReading>(spikes, reuseRowObject: false)];
        int wearables = rows.Select(row => row.Sensor).Distinct().Count();
        Console.WriteLine($"{rows.Length:N0} readings of {wearables} wearables, three numbers each; spikes per second at a "
            + $"threshold of {Threshold} g:");
        foreach (IGrouping<string, EncodedReading> activity in rows.GroupBy(row => row.Activity).OrderBy(Rate))
            Console.WriteLine($"  {activity.Key,-8} {Rate(activity):F1}");
        Draw(AroundRest([.. rows.Where(row => row.Sensor == rows[0].Sensor)]), picture);
    }

    private static double Rate(IEnumerable<EncodedReading> rows) =>
        Reading.Rate * rows.Average(row => row.Spikes.Count(spike => spike != 0));

    // The seconds around the moment when a wearer comes to rest.
    private static EncodedReading[] AroundRest(EncodedReading[] rows)
    {
        int rest = Enumerable.Range(1, rows.Length - 1).First(i =>
            rows[i].Activity == "still" && rows[i - 1].Activity != "still");
        return [.. rows.Skip(rest - DrawnSeconds * Reading.Rate / 2).Take(DrawnSeconds * Reading.Rate)];
    }

    private static void Draw(EncodedReading[] rows, string path)
    {
        float[] signal = [.. rows.Select(row => row.Acceleration[VerticalAxis])];
        float[] spikes = [.. rows.Select(row => row.Spikes[VerticalAxis])];
        IEnumerable<string> activities = rows.Where((row, i) => i == 0 || row.Activity != rows[i - 1].Activity).Select(row =>
            row.Activity);
        // Where the reader's system is dark, the picture is too.
        File.WriteAllText(path, Figure(FigureTheme.Light).ToSvg(Figure(FigureTheme.Dark)));

        Figure Figure(FigureTheme theme) => SpikePlot.Line(signal, SpikeTrain.FromDense(spikes, rows.Length), new()
        {
            Title = $"{rows[0].Sensor}: {string.Join(", then ", activities)}",
            YLabel = "Acceleration (g)",
            SecondsPerStep = 1.0 / Reading.Rate,
            LineWidth = 1,
            Width = 1000,
            Theme = theme,
        });
    }

    private sealed class EncodedReading
    {
        public string Sensor { get; set; } = "";
        public float[] Acceleration { get; set; } = [];
        public string Activity { get; set; } = "";
        public float[] Spikes { get; set; } = [];
    }
}
