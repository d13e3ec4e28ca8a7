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

    /// <summary>So many events that they are read in parts, into a train that is more than half full.</summary>
    [Fact]
    public void FromEvents_adds_up_many_events_and_names_the_first_wrong_one()
    {
        float[] events = [.. Enumerable.Range(0, 1500).SelectMany(i => new float[] { i % 2, i % 700, 1 + i })];
        float[] expected = new float[1400];
        for (int at = 0; at < events.Length; at += 3)
            expected[(int)events[at] * 700 + (int)events[at + 1]] += events[at + 2];
        Assert.Equal(expected, Dense(events, numSteps: 2, neurons: 700));
        foreach ((int at, float value, string reason) in new[]
        {
            (3 * 1100 + 1, 700f, "An event's neuron must be a whole number from 0 to 699"), (3 * 1499, -1f, "An event's step"),
            (3 * 600 + 2, float.NaN, FeatureCheck.NotFiniteReason(double.NaN)), (3 * 3, 0.5f, "An event's step"),
        })
        {
            float[] wrong = [.. events];
            wrong[at] = value;
            InvalidFeatureException error =
                Assert.Throws<InvalidFeatureException>(() => Dense(wrong, numSteps: 2, neurons: 700));
            Assert.Equal((at, value), (error.Slot, (float)error.Value));
            Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FromEvents_refuses_other_columns_when_fitting()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new { Events = 1f } });
        Assert.Contains("Schema mismatch for input column 'Events'",
            Assert.Throws<ArgumentOutOfRangeException>(() => _context.Transforms.Spikes.FromEvents("S", "Events").Fit(data))
                .Message, StringComparison.Ordinal);
    }

    private float[] Dense(float[] events, int numSteps = 3, int neurons = 1)
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new { Events = events } });
        DenseSpikesOptions options = new() { NumSteps = numSteps, Shape = [neurons] };
        return OneColumn.Read(_context.Transforms.Spikes.FromEvents("S", "Events", options).Fit(data).Transform(data), "S")[0];
    }
}
