using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using static SpikeML.Tests.Conformance.CaseKinds;
using Verb = System.Func<Microsoft.ML.EventCatalog, Microsoft.ML.InputOutputColumnPair[],
    Microsoft.ML.IEstimator<Microsoft.ML.ITransformer>>;

namespace SpikeML.Tests.Conformance;

/// <summary>What is done with recordings of event cameras, one line each: five events a row, 2 x 2 pixels, two times.</summary>
internal static class AddressEventCases
{
    public static IEnumerable<ConformanceCase> All =>
    [
        Filter("cropped events", (events, columns) => events.Crop(columns, new()
        {
            Height = 2, Width = 2, TargetHeight = 1, TargetWidth = 2, Placement = CropPlacement.Random, Seed = 7,
        })) with { DamagedEverywhere = true },
        Filter("cropped times", (events, columns) => events.CropTime(columns, new() { Start = 0, End = 1, FromFirst = true })),
        Filter("resized events", (events, columns) => events.Resize(columns, new()
        {
            Height = 2, Width = 2, TargetHeight = 1, TargetWidth = 5,
        })),
        Filter("scaled times", (events, columns) => events.ScaleTime(columns, new()
        {
            Factor = 10, LargestFactor = 900, Seed = 7,
        })),
        Filter("rested events", (events, columns) => events.FilterRefractory(columns, new() { Period = 0 })),
        Filter("denoised events", (events, columns) => events.Denoise(columns, new() { Window = 1 })),
        Filter("dropped events", (events, columns) => events.Drop(columns, new()
        {
            Height = 2, Width = 2, Share = 0.25, TimeShare = 0.1, SideShare = 0.5, Seed = 7,
        })),
        Filter("jittered events", (events, columns) => events.Jitter(columns, new()
        {
            Height = 2, Width = 2, PixelDeviation = 0.3, TimeDeviation = 50, Seed = 7,
        })),
        Filter("flipped events", (events, columns) => events.Flip(columns, new()
        {
            Height = 2, Width = 2, Horizontal = 0.5, Vertical = 0.5, Time = 0.5, Polarity = 0.5, Seed = 7,
        })),
        Filter("merged polarities", (events, columns) => events.MergePolarities(columns)),
        Filter("events without hot pixels", (events, columns) => events.RemoveHotPixels(columns, new()
        {
            Height = 2, Width = 2, Deviations = 1,
        })) with { ReadsData = true, DamagedEverywhere = true, NotApplicable = Reasons.Remove(Check.Fitting) },
        Tensor("binned events", [3, 2, 2, 2], (events, columns) => events.ToSpikes(columns, new()
        {
            Height = 2, Width = 2, NumSteps = 3, StepDuration = 1,
        })),
        Tensor("time surfaces", [3, 2, 2, 2], (events, columns) => events.ToTimeSurfaces(columns, new()
        {
            Height = 2, Width = 2, NumSurfaces = 3, Interval = 1, Tau = 2,
        })),
        Tensor("voxel grid", [3, 2, 2], (events, columns) => events.ToVoxelGrid(columns, new()
        {
            Height = 2, Width = 2, NumBins = 3,
        })),
    ];

    private static ImmutableDictionary<Check, string> Reasons => Without((Check.FitOnlyData, "All events that fit transform."),
        (Check.LearnedSlots, "The sensor's size does not depend on the number of events."), (Check.Fitting, ReadsNoData));

    private static ConformanceCase Filter(string name, Verb make) => Tensor(name, [], make) with
    {
        OutputType = input => IsEvents(input) ? EventColumn.Type : null,
        Files = FileKinds.Binary,
        Predictor = Predictors.OfEvents,
    };

    private static ConformanceCase Tensor(string name, ImmutableArray<int> dimensions, Verb make) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Events, columns),
        Value = value => value > 0.5f ? 1 : 0,
        OutputType = input => IsEvents(input) ? new VectorDataViewType(NumberDataViewType.Single, dimensions) : null,
        TakesVariableSize = "Rows have as many events as they have.",
        NotApplicable = Reasons,
    };

    private static bool IsEvents(ImmutableArray<int> input) =>
        !input.IsEmpty && input.Aggregate(1, (product, dimension) => product * dimension) % EventColumn.Type.Dimensions[1] == 0;
}
