using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// Few features, and very many: our pipeline against ML.NET's CustomMapping around the loop that one would write by hand, with a
/// generator seeded for the row.
/// </summary>
internal static class SmallCases
{
    private const int NumSteps = 10;

    public static void Print()
    {
        Console.WriteLine("\n| 10 steps | features | encoder, us a row | CustomMapping with a plain loop | ratio |\n"
            + "|---|---|---|---|---|");
        MLContext context = new(seed: 1);
        foreach (int features in new[] { 4, 100_000 })
        {
            SpikeCatalog spikes = context.Transforms.Spikes;
            Row("rate", context, features, 1, spikes.EncodeRate("Spikes", "Features", new() { NumSteps = NumSteps }), RateLoop);
            Row("latency", context, features, 1, spikes.EncodeLatency("Spikes", "Features",
                new() { NumSteps = NumSteps, Linear = true, Normalize = true }), LatencyLoop);
            Row("delta", context, features, NumSteps, spikes.EncodeDelta("Spikes", "Features"), DeltaLoop);
        }
    }

    private static void Row(string name, MLContext context, int features, int inputSteps, IEstimator<ITransformer> encoder,
        Func<float[], float[]> loop)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Input));
        int[] dimensions = inputSteps > 1 ? [inputSteps, features] : [features];
        schema[nameof(Input.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        float[] values = [.. Enumerable.Range(0, features * inputSteps).Select(i => (i * 37 % 100 + 1) / 101f)];
        IDataView data = context.Data.LoadFromEnumerable(Enumerable.Repeat(new Input { Features = values }, features > 1000
            ? 20 : 20_000).ToArray(), schema);
        IDataView ours = encoder.Fit(data).Transform(data);
        IDataView mapped = context.Transforms.CustomMapping<Input,
            Output>((input, output) => output.Spikes = loop(input.Features), null, schema).Fit(data).Transform(data);

        double Microseconds(IDataView view) => 1e6 / Measure.OneCursor(view, "Spikes", 0.15);
        Microseconds(ours);
        Microseconds(mapped);
        var pairs = Enumerable.Range(0, 7).Select(_ => (Ours: Microseconds(ours), Loop: Microseconds(mapped))).ToArray();
        double encoded = Measure.Median(pairs.Select(p => p.Ours)), plain = Measure.Median(pairs.Select(p => p.Loop));
        double ratio = Measure.Median(pairs.Select(p => p.Loop / p.Ours));
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {features:N0} | {encoded:0.00} | {plain:0.00} | {ratio:0.0}x |"));
    }

    private static float[] RateLoop(float[] features)
    {
        float[] spikes = new float[features.Length * NumSteps];
        Random random = new(HashCode.Combine(features.Length, features[0]));
        for (int slot = 0; slot < spikes.Length; slot++)
            spikes[slot] = random.NextSingle() < features[slot % features.Length] ? 1 : 0;
        return spikes;
    }

    private static float[] LatencyLoop(float[] features)
    {
        float[] spikes = new float[features.Length * NumSteps];
        for (int feature = 0; feature < features.Length; feature++)
        {
            float time = Math.Min((NumSteps - 1) * (1 - features[feature]), (NumSteps - 1) * 0.99f);
            spikes[(int)MathF.Round(time) * features.Length + feature] = 1;
        }
        return spikes;
    }

    private static float[] DeltaLoop(float[] series)
    {
        float[] spikes = new float[series.Length];
        int features = series.Length / NumSteps;
        for (int slot = 0; slot < series.Length; slot++)
            spikes[slot] = series[slot] - (slot < features ? 0 : series[slot - features]) >= 0.1f ? 1 : 0;
        return spikes;
    }

    private sealed class Input
    {
        public float[] Features { get; set; } = [];
    }

    private sealed class Output
    {
        public float[] Spikes { get; set; } = [];
    }
}
