using CsCheck;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Encoding;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Streams;

public class SpikeStreamTests
{
    private static readonly StepForwardEncodingOptions Half = new() { Threshold = 0.5 };
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<SeriesCode> Codes => new()
    {
        Half,
        new DeltaEncodingOptions { Threshold = 0.5, OffSpike = true },
        new DeltaEncodingOptions { Threshold = 0.5, Padding = true },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Encode_gives_step_by_step_what_the_code_gives_for_the_series(SeriesCode code) =>
        SeriesCodes.Any.Sample((series, neurons) =>
        {
            SpikeStreamEncoding stream = new(code, neurons);
            float[] spikes = new float[series.Length], expected = new float[series.Length];
            for (int at = 0; at < series.Length; at += neurons)
            {
                stream.Encode(7, series.AsSpan(at, neurons), spikes.AsSpan(at, neurons));
                // Another stream in between makes no difference.
                stream.Encode(8, new float[neurons], new float[neurons]);
            }
            if (code is DeltaEncodingOptions delta)
                DeltaEncoding.Encode(series, expected, neurons, delta);
            else
                StepForwardEncoding.Encode(series, expected, neurons, Half);
            Assert.Equal(expected, spikes);
        }, iter: 100);

    [Fact]
    public void Transform_keeps_partitions_apart_and_begins_anew_with_every_cursor()
    {
        IDataView spikes = Fit(Log()).Transform(Log());
        Assert.False(spikes.CanShuffle);
        for (int time = 0; time < 2; time++)
            Assert.Equal([0, 0, 1, -1, 1, 0], OneColumn.Read(spikes, "S").Select(row => row[0]));
        // Asked to shuffle, or for several cursors, it reads in order with one.
        Assert.Single(spikes.GetRowCursorSet(spikes.Schema, 4));
        using DataViewRowCursor cursor = spikes.GetRowCursor(spikes.Schema, new Random(1));
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["S"]);
        VBuffer<float> row = default;
        foreach (float expected in new float[] { 0, 0, 1, -1, 1, 0 })
        {
            Assert.True(cursor.MoveNext());
            for (int time = 0; time < 3; time++)
            {
                getter(ref row);
                Assert.Equal(expected, row.GetItemOrDefault(0));
            }
        }
    }

    [Fact]
    public void Rows_whose_spikes_nobody_reads_are_steps_too()
    {
        IDataView spikes = Fit(Log()).Transform(Log());
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["S"]]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["S"]);
        VBuffer<float> row = default;
        for (int skipped = 0; skipped < 5; skipped++)
            cursor.MoveNext();
        getter(ref row);
        Assert.Equal(1, row.GetItemOrDefault(0));
    }

    [Fact]
    public void Saved_model_gives_the_same_in_a_pipeline()
    {
        IDataView log = Log();
        ITransformer model = Estimator().Append(_context.Transforms.CopyColumns("Copy", "S")).Fit(log);
        ITransformer loaded = ModelFile.RoundTrip(_context, model, log.Schema, out _);
        Assert.False(loaded.IsRowToRowMapper);
        Assert.Equal(OneColumn.Read(model.Transform(log), "Copy"), OneColumn.Read(loaded.Transform(log), "Copy"));
    }

    [Fact]
    public void Rows_out_of_order_within_a_partition_are_refused()
    {
        Reading[] rows = [new() { Sensor = "a", Time = 2 }, new() { Sensor = "b", Time = 1 }, new() { Sensor = "a", Time = 1 }];
        var error = Assert.Throws<InvalidOperationException>(() =>
            OneColumn.Read(Fit(Log()).Transform(_context.Data.LoadFromEnumerable(rows)), "S"));
        Assert.StartsWith("Row 2: The order column decreases", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_stream_too_many_is_refused()
    {
        SpikeStreamOptions options = new() { PartitionColumnName = "Sensor", MaxPartitions = 1 };
        ITransformer model = _context.Transforms.Spikes.EncodeStream("S", "Value", Half, options).Fit(Log());
        Assert.Contains("more streams than MaxPartitions", Assert.Throws<InvalidOperationException>(() =>
            OneColumn.Read(model.Transform(Log()), "S")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing", "Sensor", "Time", "Could not find input column 'Nothing'")]
    [InlineData("Value", "Nothing", "Time", "Could not find partition column 'Nothing'")]
    [InlineData("Value", "Sensor", "Sensor", "Schema mismatch for order column 'Sensor'")]
    public void Columns_are_checked_when_fitting(string input, string partition, string order, string message)
    {
        SpikeStreamEstimator estimator = _context.Transforms.Spikes.EncodeStream("S", input, Half,
            new() { PartitionColumnName = partition, OrderColumnName = order });
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() => estimator.Fit(Log())).Message,
            StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() =>
            estimator.GetOutputSchema(SchemaShape.Create(Log().Schema))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_need_a_code_that_they_can_keep()
    {
        Assert.Throws<ArgumentException>(() => new SpikeStreamEncoding(new StepForwardEncodingOptions(), 1));
        Assert.Throws<ArgumentException>(() => new SpikeStreamEncoding(new BsaEncodingOptions(), 1));
    }

    [Fact]
    public void A_million_rows_of_ten_thousand_streams_stay_within_two_megabytes()
    {
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 1_000_000).Select(i =>
            new Number { Sensor = i % 10_000, Value = i % 7 }));
        IDataView spikes = _context.Transforms.Spikes.EncodeStream("S", "Value", Half, new() { PartitionColumnName = "Sensor" })
            .Fit(data).Transform(data);
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["S"]]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["S"]);
        VBuffer<float> row = default;
        long before = GC.GetAllocatedBytesForCurrentThread(), rows = 0, count = 0;
        for (; cursor.MoveNext(); rows++)
        {
            getter(ref row);
            count += row.GetItemOrDefault(0) != 0 ? 1 : 0;
        }
        // All that reading allocates but the rows' own objects (24 bytes each): growing tables and all.
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before - rows * 24;
        Assert.Equal(1_000_000, rows);
        Assert.InRange(count, 1, rows);
        Assert.InRange(allocated, long.MinValue, 2_000_000);
    }

    private IDataView Log() => _context.Data.LoadFromEnumerable(new Reading[]
    {
        new() { Sensor = "a", Time = 1, Value = 0 },
        new() { Sensor = "b", Time = 1, Value = 5 },
        new() { Sensor = "a", Time = 2, Value = 1 },
        new() { Sensor = "b", Time = 3, Value = 4 },
        new() { Sensor = "a", Time = 2, Value = 2 },
        new() { Sensor = "b", Time = 4, Value = 4.5f },
    });

    private SpikeStreamEstimator Estimator() =>
        _context.Transforms.Spikes.EncodeStream("S", "Value", Half,
            new() { PartitionColumnName = "Sensor", OrderColumnName = "Time" });

    private ITransformer Fit(IDataView data) => Estimator().Fit(data);

    private sealed class Reading
    {
        public string Sensor { get; set; } = "";
        public long Time { get; set; }
        public float Value { get; set; }
    }

    private sealed class Number
    {
        public int Sensor { get; set; }
        public float Value { get; set; }
    }
}
