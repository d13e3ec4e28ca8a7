using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Fixtures;

namespace SpikeML.Tests.EventTensors;

/// <summary>Columns of known size give what Tonic's transforms give.</summary>
public class EventTensorReferenceTests
{
    private static readonly TonicEvents Tonic = TonicEvents.Read();

    private static readonly Dictionary<string, Func<EventCatalog, IEstimator<ITransformer>>> Verbs = new()
    {
        ["ToFrame(time_window=20000)"] = events => events.ToSpikes("Values", "Events", new()
        {
            Height = Tonic.Height,
            Width = Tonic.Width,
            NumSteps = 5,
            StepDuration = 20_000,
        }),
        ["ToFrame(event_count=50)"] = events => events.ToSpikes("Values", "Events", new()
        {
            Height = Tonic.Height,
            Width = Tonic.Width,
            NumSteps = 4,
            EventsPerStep = 50,
        }),
        ["ToTimesurface(20000, 30000)"] = events => events.ToTimeSurfaces("Values", "Events", new()
        {
            Height = Tonic.Height,
            Width = Tonic.Width,
            NumSurfaces = 5,
            Interval = 20_000,
            Tau = 30_000,
        }),
        ["ToVoxelGrid(5)"] = events => events.ToVoxelGrid("Values", "Events", new()
        {
            Height = Tonic.Height,
            Width = Tonic.Width,
            NumBins = 5,
        }),
    };

    public static TheoryData<string> Names => [.. Verbs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_those_of_Tonic(string transform)
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable([new Row { Events = EventColumn.ToNumbers(Tonic.Events) }]);
        IDataView values = Verbs[transform](context.Transforms.Events).Fit(data).Transform(data);
        (int[] shape, float[] expected) = Tonic.ValuesOf(transform);
        Assert.Equal(shape, ((VectorDataViewType)values.Schema["Values"].Type).Dimensions);
        float[] own = [.. values.GetColumn<VBuffer<float>>("Values").Single().DenseValues()];
        Assert.All(expected.Zip(own), pair => Assert.Equal(pair.First, pair.Second, 2e-6f));
    }

    private sealed class Row
    {
        public long[] Events { get; set; } = [];
    }
}
