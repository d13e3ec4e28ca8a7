using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using SpikeML.Torch;

namespace SpikeML.TrainingBenchmarks;

/// <summary>What is to be learned from a few features, uniform in [0, 1].</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Features">The number of features.</param>
/// <param name="Classes">The number of classes; 0 for regression.</param>
/// <param name="Target">The class, from 0, or the value.</param>
/// <param name="Median">The median accuracy or R2 that a good training reaches, for rate, latency and receptive fields.</param>
internal sealed record LearningTask(string Name, int Features, int Classes, Func<float[], double> Target, double[] Median)
{
    public static IReadOnlyList<LearningTask> All { get; } =
    [
        new("sum", 3, 2, x => x[0] + x[1] > 2 * x[2] ? 1 : 0, [0.884, 0.935, 0.930]),
        new("greater", 2, 2, x => x[0] > x[1] ? 1 : 0, [0.894, 0.955, 0.950]),
        new("quadrants", 6, 4, x => (x[0] + x[1] > x[2] + x[3] ? 2 : 0) + (x[2] + x[4] > x[3] + x[5] ? 1 : 0),
            [0.814, 0.864, 0.834]),
        new("product", 3, 0, x => x[0] * x[1] + x[2], [0.862, 0.932, 0.933]),
        new("xor", 2, 2, x => x[0] > 0.5f != x[1] > 0.5f ? 1 : 0, []),
        new("rings", 2, 3, x => Math.Min(2, (int)(5 * double.Hypot(x[0] - 0.5, x[1] - 0.5))), []),
        new("largest", 4, 0, x => Math.Max(x[0], x[1]) - x[2] * x[3], []),
        new("constant", 2, 2, x => x[0] > x[1] ? 1 : 0, []) { Constants = 10 },
    ];

    /// <summary>The number of further features, which are the same in every row.</summary>
    public int Constants { get; private init; }

    public IDataView Rows(MLContext context, int count, int seed)
    {
        Random random = new(seed);
        Row[] rows = [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, Features).Select(_ => random.NextSingle())];
            double target = Target(features);
            return new Row
            {
                Features = [.. features, .. Enumerable.Repeat(0.5f, Constants)],
                Value = (float)target,
                Class = (int)target,
                Flag = target == 1,
            };
        })];
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Features + Constants);
        IDataView data = context.Data.LoadFromEnumerable(rows, schema);
        return context.Transforms.Conversion.MapValueToKey(nameof(Row.Class),
            keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Fit(data).Transform(data);
    }

    public SpikingNetworkTrainer Trainer(MLContext context, SpikingNetworkOptions options) => Classes switch
    {
        0 => context.Regression.Trainers.SpikingNetwork(nameof(Row.Value), "Spikes", options),
        2 => context.BinaryClassification.Trainers.SpikingNetwork(nameof(Row.Flag), "Spikes", options),
        _ => context.MulticlassClassification.Trainers.SpikingNetwork(nameof(Row.Class), "Spikes", options),
    };

    /// <summary>The accuracy, or R2.</summary>
    public double Evaluate(MLContext context, IDataView scored) => Classes switch
    {
        0 => context.Regression.Evaluate(scored, nameof(Row.Value)).RSquared,
        2 => context.BinaryClassification.Evaluate(scored, nameof(Row.Flag)).Accuracy,
        _ => context.MulticlassClassification.Evaluate(scored, nameof(Row.Class)).MicroAccuracy,
    };

    /// <summary>The share of the most frequent class; 0 for regression, as R2 has it.</summary>
    public double Chance(IDataView rows) => Classes == 0 ? 0
        : rows.GetColumn<uint>(nameof(Row.Class)).CountBy(key => key).Max(group => group.Value)
            / (double)rows.GetColumn<uint>(nameof(Row.Class)).Count();

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public int Class { get; set; }

        public bool Flag { get; set; }

        public float Value { get; set; }
    }
}
