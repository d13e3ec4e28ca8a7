using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// An estimator whose saved models are kept, with the data that they are tried on: rows of Id and Features, encoded as Spikes.
/// </summary>
internal sealed record GoldenModel(string Name, Func<MLContext, IEstimator<ITransformer>> Estimator, Func<MLContext,
    IDataView> Data)
{
    /// <summary>Those that are no row mappers or take vectors of any size, with data of their own.</summary>
    private static readonly GoldenModel[] OnOwnData =
    [
        new("delta stream", context => context.Transforms.Spikes.EncodeStream("Spikes", "Features",
            new DeltaEncodingOptions { OffSpike = true }), Log),
        new("step-forward stream", context => context.Transforms.Spikes.EncodeStream("Spikes", "Features",
            new StepForwardEncodingOptions { Threshold = 0.25 }), Log),
        new("delta stream, sorted", context => context.Transforms.Spikes.EncodeStream("Spikes", "Features",
            new DeltaEncodingOptions { OffSpike = true },
            new() { OrderColumnName = "Id", OutOfOrder = OutOfOrderPolicy.Sort }), ReversedLog),
        new("spikes of events", context => context.Transforms.Spikes.FromEvents("Spikes", "Features",
            new() { NumSteps = 3, Shape = [2] }), Events),
    ];

    /// <summary>Every estimator of the conformance tests.</summary>
    public static IReadOnlyList<GoldenModel> All { get; } =
    [
        .. ConformanceCases.All.ExceptBy(OnOwnData.Select(model => model.Name), test => test.Name)
            .Select(test => new GoldenModel(test.Name, test.Estimator, test.Valid)),
        .. OnOwnData,
    ];

    public static GoldenModel Find(string name) => All.Single(model => model.Name == name);

    /// <summary>A step of four sensors a row.</summary>
    private static IDataView Log(MLContext context) => SampleRow.Data(context, [4], rowCount: 8, value => value);

    private static IDataView ReversedLog(MLContext context) =>
        context.Data.LoadFromEnumerable(SampleRow.Rows([4], 8, value => value).Reverse(), SampleRow.Schema([4]));

    private static IDataView Events(MLContext context) => context.Data.LoadFromEnumerable(
    [
        new EventRow { Id = 0, Features = [0, 1, 1, 2, 0, -1] },
        new EventRow { Id = 1, Features = [] },
        new EventRow { Id = 2, Features = [1, 1, 0.5f] },
    ]);

    private sealed class EventRow
    {
        public int Id { get; set; }
        public float[] Features { get; set; } = [];
    }
}
