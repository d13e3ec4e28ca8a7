using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Rows of three features, uniform in [0, 1], with what is to be learned from them.</summary>
internal sealed class Features
{
    [VectorType(3)]
    public float[] Values { get; set; } = [];

    public bool IsHigh { get; set; }

    public float Product { get; set; }

    public string Kind { get; set; } = "";

    public static IDataView Rows(MLContext context, int count, int seed)
    {
        Random random = new(seed);
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, count)
            .Select(_ => Of([random.NextSingle(), random.NextSingle(), random.NextSingle()])).ToArray());
    }

    /// <summary>Equal rows of a half each, whose labels differ: three of four are true.</summary>
    public static IDataView EqualRows(MLContext context, int count) =>
        context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(i => new Features
        {
            Values = [0.5f, 0.5f, 0.5f],
            IsHigh = i % 4 != 0,
            Product = i % 4,
            Kind = i % 4 == 0 ? "low" : "high",
        }).ToArray());

    /// <summary>Latency: each feature spikes once, which first weights of any data hardly tell apart.</summary>
    public static IEstimator<ITransformer> Latency(MLContext context) => context.Transforms.Spikes.EncodeLatency(
        "Spikes", nameof(Values), new() { NumSteps = 20, Normalize = true, Linear = true });

    private static Features Of(float[] x) => new()
    {
        Values = x,
        IsHigh = x[0] > x[1],
        Product = x[0] * x[1] + x[2],
        Kind = x[0] > x[1] ? "high" : "low",
    };
}
