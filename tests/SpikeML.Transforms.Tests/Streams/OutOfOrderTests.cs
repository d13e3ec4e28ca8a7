using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Streams;

/// <summary>Streams whose rows do not lie in the order of their order column.</summary>
public class OutOfOrderTests
{
    private static readonly SpikeStreamOptions Sort = new()
    {
        PartitionColumnName = "Sensor",
        OrderColumnName = "Time",
        OutOfOrder = OutOfOrderPolicy.Sort
    };
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<bool> Codes => [true, false];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Sort_gives_every_row_the_spikes_that_it_has_in_the_ordered_log(bool stepForward)
    {
        Reading[] ordered = [.. Log(500)];
        Dictionary<int, float[]> expected = Encode(stepForward, ordered, Sort with { OutOfOrder = OutOfOrderPolicy.Error });
        Assert.InRange(expected.Values.Count(spikes => spikes.Any(spike => spike != 0)), 100, 499);
        foreach (int seed in new[] { 1, 2, 3 })
        {
            Reading[] shuffled = [.. ordered];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected.OrderBy(row => row.Key), Encode(stepForward, shuffled, Sort).OrderBy(row => row.Key));
        }
        Assert.Equal(expected.OrderBy(row => row.Key), Encode(stepForward, ordered, Sort).OrderBy(row => row.Key));
    }

    [Fact]
    public void Sort_leaves_rows_and_their_other_columns_where_they_are()
    {
        Reading[] rows = [.. Log(60).Reverse()];
        IDataView spikes = Estimator(true, Sort).Fit(Data(rows)).Transform(Data(rows));
        Assert.Equal(rows.Select(row => row.Id), spikes.GetColumn<int>("Id"));
        Assert.Equal(rows.Select(row => row.Time), spikes.GetColumn<long>("Time"));
    }

    [Fact]
    public void Sort_takes_rows_of_equal_order_as_they_come()
    {
        // In the other order, row 3 would be no spike.
        Reading[] rows = [Row(0, time: 9, 0), Row(1, time: 5, 0), Row(2, time: 7, 0.6f), Row(3, time: 7, -0.2f)];
        Dictionary<int, float[]> spikes = Encode(true, rows, Sort);
        Assert.Equal([0, 0, 1, -1], Enumerable.Range(0, 4).Select(id => spikes[id][0]));
    }

    [Fact]
    public void Sort_gives_the_same_to_every_cursor_and_to_a_loaded_model()
    {
        Reading[] rows = [.. Log(300).Reverse()];
        IDataView data = Data(rows);
        ITransformer model = Estimator(false, Sort).Fit(data);
        List<(int, string)> expected = RowValues.Read(model.Transform(data), "Spikes");
        IDataView spikes = model.Transform(data);
        Parallel.For(0, 6, _ => Assert.Equal(expected, RowValues.Read(spikes, "Spikes")));
        Assert.Equal(expected, RowValues.Read(ModelFile.RoundTrip(_context, model, data.Schema, out DataViewSchema _)
            .Transform(data), "Spikes"));
    }

    [Fact]
    public void Sort_refuses_more_rows_than_it_may_keep()
    {
        IDataView data = Data([.. Log(100)]);
        Assert.Equal(100, OneColumn.Read(Estimator(true, Sort with { MaxSortedRows = 100 }).Fit(data).Transform(data), "Spikes")
            .Length);
        IDataView tooMany = Estimator(true, Sort with { MaxSortedRows = 99 }).Fit(data).Transform(data);
        var error = Assert.Throws<InvalidOperationException>(() => OneColumn.Read(tooMany, "Spikes"));
        Assert.Contains("more rows to sort than MaxSortedRows (99)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sort_names_the_column_and_the_value_that_it_cannot_encode()
    {
        Reading[] rows = [Row(0, time: 2, 1), Row(1, time: 1, float.NaN)];
        var error = Assert.Throws<InvalidFeatureException>(() => Encode(true, rows, Sort));
        Assert.Contains("Column 'Values', slot 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sort_needs_a_column_to_sort_by()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimator(true, new() { OutOfOrder = OutOfOrderPolicy.Sort }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimator(true, Sort with { OutOfOrder = (OutOfOrderPolicy)7 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimator(true, Sort with { MaxSortedRows = 0 }));
    }

    [Fact]
    public void Sort_stops_when_the_host_is_cancelled()
    {
        IDataView data = Data([.. Log(100)]);
        IDataView spikes = Estimator(true, Sort).Fit(data).Transform(data);
        _context.CancelExecution();
        Assert.ThrowsAny<OperationCanceledException>(() => OneColumn.Read(spikes, "Spikes"));
    }

    [Fact]
    public void An_engine_refuses_rows_that_come_late_and_goes_on()
    {
        ITransformer model = Estimator(true, Sort).Fit(Data([.. Log(3)]));
        using SpikeStreamEngine<Reading, Encoded> engine = model.CreateSpikeStreamEngine<Reading, Encoded>(_context);
        engine.Predict(Row(0, time: 5, 0));
        Assert.Contains("order column decreases", Assert.Throws<InvalidOperationException>(() =>
            engine.Predict(Row(1, time: 4, 9))).Message, StringComparison.Ordinal);
        Assert.Equal([1, 1], engine.Predict(Row(2, time: 6, 1)).Spikes);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_sorted_within_the_stated_memory()
    {
        const int Rows = 100_000, Slots = 2;
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, Rows).Select(i =>
            Row(i, time: i * 7919L % Rows, i % 5)).ToArray());
        IDataView spikes = Estimator(true, Sort).Fit(data).Transform(data);
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["Spikes"]]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(cursor.MoveNext());
        // All that was ever allocated, so that arrays that have been outgrown count too: at most as much again.
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, Rows * Slots, 2L * Rows * (48 + 12 * Slots) + 1_000_000);
    }

    private static IEnumerable<Reading> Log(int count) =>
        Enumerable.Range(0, count).Select(i => Row(i, time: i * 3 - 50, MathF.Sin(i * 0.37f) * 2, $"s{i * 7 % 11}"));

    private static Reading Row(int id, long time, float value, string sensor = "") =>
        new() { Id = id, Time = time, Sensor = sensor, Values = [value, value * 0.75f] };

    private IDataView Data(Reading[] rows) => _context.Data.LoadFromEnumerable(rows);

    private SpikeStreamEstimator Estimator(bool stepForward, SpikeStreamOptions options) => stepForward
        ? _context.Transforms.Spikes.EncodeStream("Spikes", "Values", new StepForwardEncodingOptions { Threshold = 0.5 }, options)
        : _context.Transforms.Spikes.EncodeStream("Spikes", "Values",
            new DeltaEncodingOptions { Threshold = 0.5, OffSpike = true }, options);

    private Dictionary<int, float[]> Encode(bool stepForward, Reading[] rows, SpikeStreamOptions options)
    {
        IDataView spikes = Estimator(stepForward, options).Fit(Data(rows)).Transform(Data(rows));
        return spikes.GetColumn<int>("Id").Zip(OneColumn.Read(spikes, "Spikes")).ToDictionary(row => row.First, row =>
            row.Second);
    }

    private sealed class Reading
    {
        public int Id { get; set; }
        public string Sensor { get; set; } = "";
        public long Time { get; set; }

        [VectorType(2)]
        public float[] Values { get; set; } = [];
    }

    private sealed class Encoded
    {
        public float[] Spikes { get; set; } = [];
    }
}
