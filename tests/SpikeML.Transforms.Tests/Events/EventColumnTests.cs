using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Events;

public class EventColumnTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void ToEvents_and_FromEvents_undo_each_other_and_so_do_their_saved_models()
    {
        float[][] rows = [[0, 1, 0, 0, 0, -2], [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]];
        IDataView data = OneColumn.Of(_context, [3, 2], rows);
        ITransformer model = _context.Transforms.Spikes.ToEvents("Events", "Features")
            .Append(_context.Transforms.Spikes.FromEvents("Dense", "Events", new() { NumSteps = 3, Shape = [2] })).Fit(data);
        foreach (ITransformer own in new[] { model, ModelFile.RoundTrip(_context, model, data.Schema, out _) })
        {
            IDataView both = own.Transform(data);
            Assert.False(((VectorDataViewType)both.Schema["Events"].Type).IsKnownSize);
            Assert.Equal([[0, 1, 1, 2, 1, -2], [], [0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 2, 0, 1, 2, 1, 1]],
                OneColumn.Read(both, "Events"));
            Assert.Equal([3, 2], OneColumn.Dimensions(both, "Dense"));
            Assert.Equal(rows, OneColumn.Read(both, "Dense"));
        }
    }

    [Fact]
    public void FromEvents_adds_up_events_at_one_place() =>
        Assert.Equal([0, 3, 0], Dense([1, 0, 1, 1, 0, 2]));

    [Theory]
    [InlineData(new float[] { 3, 0, 1 }, "An event's step must be a whole number from 0 to 2")]
    [InlineData(new float[] { 0, 1, 1 }, "An event's neuron must be a whole number from 0 to 0")]
    [InlineData(new float[] { 0.5f, 0, 1 }, "An event's step")]
    [InlineData(new float[] { 0, 0 }, "An event has 3 numbers")]
    public void FromEvents_names_what_is_no_event(float[] events, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidFeatureException>(() => Dense(events)).Reason, StringComparison.Ordinal);

    [Fact]
    public void FromEvents_refuses_other_columns_when_fitting()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new { Events = 1f } });
        Assert.Contains("Schema mismatch for input column 'Events'",
            Assert.Throws<ArgumentOutOfRangeException>(() => _context.Transforms.Spikes.FromEvents("S", "Events").Fit(data))
                .Message, StringComparison.Ordinal);
    }

    private float[] Dense(float[] events)
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new { Events = events } });
        return OneColumn.Read(_context.Transforms.Spikes.FromEvents("S", "Events", new() { NumSteps = 3 }).Fit(data)
            .Transform(data), "S")[0];
    }
}
