using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>One encoding job: our pipeline, and the same formula in TorchSharp's tensors.</summary>
/// <param name="Name">What is encoded, and how.</param>
/// <param name="Ours">Rows with the column "Spikes".</param>
/// <param name="Rival">Encodes one batch; gives the number of its rows.</param>
internal sealed record Job(string Name, IDataView Ours, Func<long> Rival)
{
    public const int Features = 784;
    public const int NumSteps = 100;
    private const int BatchSize = 128;

    public static IEnumerable<Job> All(MLContext context)
    {
        IDataView digits = context.Data.LoadSampleDigits(6000);
        IDataView dense = Cached(context, [Features], rows: 3000);
        IDataView series = Cached(context, [NumSteps, Features], rows: 150);
        SpikeCatalog spikes = context.Transforms.Spikes;
        Tensor digitBatch = Batch(digits), denseBatch = Batch(dense),
            seriesBatch = Batch(series).reshape(BatchSize, NumSteps, Features).transpose(0, 1).contiguous();

        yield return Of("rate, digits (20 % non-zero)", digits, spikes.EncodeRate("Spikes", "Features"), () =>
            TorchEncoders.Rate(digitBatch, NumSteps));
        yield return Of("rate, dense", dense, spikes.EncodeRate("Spikes", "Features"), () =>
            TorchEncoders.Rate(denseBatch, NumSteps));
        LatencyEncodingOptions linear = new() { Linear = true, Normalize = true, Clip = true };
        yield return Of("latency, linear, normalize, clip", digits, spikes.EncodeLatency("Spikes", "Features", linear), () =>
            TorchEncoders.Latency(digitBatch, linear));
        LatencyEncodingOptions logarithmic = new() { Tau = 5 };
        yield return Of("latency, logarithmic", digits, spikes.EncodeLatency("Spikes", "Features", logarithmic), () =>
            TorchEncoders.Latency(digitBatch, logarithmic));
        yield return Of("delta with off-spikes, dense", series,
            spikes.EncodeDelta("Spikes", "Features", new() { OffSpike = true }), () => TorchEncoders.Delta(seriesBatch));
    }

    private static Job Of(string name, IDataView data, IEstimator<ITransformer> encoder, Func<Tensor> rival) =>
        new(name, encoder.Fit(data).Transform(data), () =>
        {
            using DisposeScope scope = NewDisposeScope();
            rival();
            return BatchSize;
        });

    /// <summary>Rows of uniform values in memory, which ML.NET's cursor sets can share out.</summary>
    private static IDataView Cached(MLContext context, int[] dimensions, int rows)
    {
        Random random = new(1);
        int length = dimensions.Aggregate((product, dimension) => product * dimension);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        Row[] made = [.. Enumerable.Range(0, rows).Select(_ =>
            new Row { Features = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())] })];
        IDataView view = context.Data.Cache(context.Data.LoadFromEnumerable(made, schema));
        Measure.OneCursor(view, "Features", 0);
        return view;
    }

    private static Tensor Batch(IDataView data) =>
        torch.tensor(data.GetColumn<float[]>("Features").Take(BatchSize).SelectMany(row => row).ToArray()).reshape(BatchSize, -1);

    private sealed class Row
    {
        public float[] Features { get; set; } = [];
    }
}
