using Microsoft.ML;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>The pictures of docs/quick-start.md and docs/explanations/concepts.md.</summary>
internal static class Concepts
{
    private const int NumSteps = 40;

    private static readonly float[] Values = [0.1f, 0.4f, 0.7f, 1];

    public static void Draw(string folder) =>
        Picture.SaveAll(folder, look => [QuickStart(look), Codes(look), Steps(look), Keys(look)]);

    /// <summary>The first digit that the quick start holds out.</summary>
    private static (string, Figure) QuickStart(Look look)
    {
        MLContext context = new(seed: 0);
        IDataView test = context.Data.TrainTestSplit(context.Data.LoadSampleDigits(2000), testFraction: 0.2).TestSet;
        IDataView spikes = context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 20, Seed = 1 }).Fit(test)
            .Transform(test);
        return ("quick-start", SpikePlot.Raster(spikes.GetSpikeTrains("Spikes").First(),
            new() { Width = look.Width, Theme = look.Theme }));
    }

    /// <summary>Four values in a rate and a latency code, and a series in a delta code.</summary>
    private static (string, Figure) Codes(Look look)
    {
        float[] rate = new float[NumSteps * Values.Length], latency = new float[rate.Length], delta = new float[NumSteps];
        RateEncoding.Encode(Values, rate, new() { NumSteps = NumSteps, Seed = 3 });
        LatencyEncoding.Encode(Values, latency, new() { NumSteps = NumSteps, Normalize = true, Linear = true });
        float[] series = [.. Enumerable.Range(0, NumSteps).Select(step =>
            (float)(0.5 + 0.4 * Math.Sin(step * 0.3) * Math.Cos(step * 0.06)))];
        DeltaEncoding.Encode(series, delta, 1, new() { Threshold = 0.08, OffSpike = true, Padding = true });
        return ("concepts-codes", SpikePlot.Grid(
            [
                SpikePlot.Raster(SpikeTrain.FromDense(rate, NumSteps), Named(look, "Rate: how often says how large")),
                SpikePlot.Raster(SpikeTrain.FromDense(latency, NumSteps), Named(look, "Latency: how early says how large")),
                SpikePlot.Line(series, SpikeTrain.FromDense(delta, NumSteps, []),
                    new()
                    {
                        Title = "Delta: spikes at changes",
                        YLabel = "Value",
                        Width = 310,
                        Height = 220,
                        Theme = look.Theme,
                    }),
            ], new() { Columns = look.Columns(3, 310), Theme = look.Theme }));
    }

    /// <summary>What 5, 25 and 100 steps of a rate code keep of a digit.</summary>
    private static (string, Figure) Steps(Look look)
    {
        Digit digit = new();
        int[] steps = [5, 25, 100];
        return ("concepts-steps", SpikePlot.MeanImages([.. steps.Select(count => digit.Rate(0.5, count))],
            [.. steps.Select(count => $"{count} steps")],
            new() { Width = look.Width / 3, Theme = look.Theme }));
    }

    /// <summary>Three rows of equal values, without and with a column that tells them apart.</summary>
    private static (string, Figure) Keys(Look look) => ("concepts-keys", SpikePlot.Grid(
        [Trains(look, _ => 0, "Without a row key"), Trains(look, row => (ulong)row + 1, "With a row key")],
            new() { Columns = look.Columns(2, 430), Theme = look.Theme }));

    private static PlotFigure Trains(Look look, Func<int, ulong> rowKey, string title)
    {
        SpikeTrain[] rows = [.. Enumerable.Range(0, 3).Select(row =>
        {
            float[] spikes = new float[NumSteps * Values.Length];
            RateEncoding.Encode(Values, spikes, new() { NumSteps = NumSteps, Seed = 3 }, rowKey(row));
            return SpikeTrain.FromDense(spikes, NumSteps);
        })];
        return SpikePlot.Raster(rows, new()
        {
            Title = title,
            Width = 430,
            Height = 260,
            Theme = look.Theme,
            Groups = [new("Row 1", 4), new("Row 2", 4), new("Row 3", 4)]
        });
    }

    private static RasterOptions Named(Look look, string title) => new()
    {
        Title = title,
        YLabel = "Value",
        Labels = [.. Values.Select(value => FormattableString.Invariant($"{value:0.0}"))],
        Mark = RasterMark.Bar,
        Width = 310,
        Height = 220,
        Theme = look.Theme,
    };
}
