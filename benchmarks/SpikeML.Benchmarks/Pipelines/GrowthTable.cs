using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>How the cost of a row grows with features, steps and density; rows a second through one cursor.</summary>
internal static class GrowthTable
{
    public static void Print()
    {
        Console.WriteLine("| features | steps | non-zero | rate, us a row | latency, us a row |\n|---|---|---|---|---|");
        foreach ((int features, int steps, double fill) in new[]
        {
            (98, 100, 0.2), (784, 100, 0.2), (6272, 100, 0.2),
            (784, 10, 0.2), (784, 1000, 0.2),
            (784, 100, 0.01), (784, 100, 0.05), (784, 100, 0.5), (784, 100, 1),
        })
        {
            Console.WriteLine(FormattableString.Invariant(
                $"| {features:N0} | {steps:N0} | {fill:P0} | {Microseconds(features, steps, fill, rate: true):0.00} ")
                + FormattableString.Invariant($"| {Microseconds(features, steps, fill, rate: false):0.00} |"));
        }
    }

    private static double Microseconds(int features, int steps, double fill, bool rate)
    {
        MLContext context = new(seed: 1);
        Random random = new(2);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        Row[] rows = [.. Enumerable.Range(0, 500).Select(_ => new Row
        {
            Features = [.. Enumerable.Range(0, features).Select(_ => random.NextDouble() < fill ? random.NextSingle() : 0)],
        })];
        IDataView data = context.Data.LoadFromEnumerable(rows, schema);
        IEstimator<ITransformer> encoder = rate
            ? context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = steps })
            : context.Transforms.Spikes.EncodeLatency("Spikes", "Features",
                new() { NumSteps = steps, Linear = true, Normalize = true, Clip = true });
        IDataView spikes = encoder.Fit(data).Transform(data);
        Measure.OneCursor(spikes, "Spikes", 0.3);
        double own = Measure.Median(Enumerable.Range(0, 5).Select(_ => 1e6 / Measure.OneCursor(spikes, "Spikes", 0.2)));
        double source = Measure.Median(Enumerable.Range(0, 5).Select(_ => 1e6 / Measure.OneCursor(data, "Features", 0.1)));
        return own - source;
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];
    }
}
