using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.EventColumns;

public class EventColumnTypeTests
{
    private static readonly AddressEvent[] Two = [new(3, 4, 123_456_789_012, 1), new(32_767, 0, -5, 0)];

    [Fact]
    public void Numbers_are_x_y_time_and_polarity()
    {
        Assert.Equal([3L, 4, 123_456_789_012, 1, 32_767, 0, -5, 0], EventColumn.ToNumbers(Two));
        Assert.Equal(Two, EventColumn.FromNumbers(EventColumn.ToNumbers(Two)));
    }

    [Theory]
    [InlineData(0, -1, "x of event 1")]
    [InlineData(0, 32_768, "x of event 1")]
    [InlineData(1, -1, "y of event 1")]
    [InlineData(2, long.MaxValue, "time of event 1")]
    [InlineData(3, -1, "change -1 to 0")]
    [InlineData(3, 2, "polarity of event 1")]
    public void Invalid_numbers_are_refused(int field, long value, string text)
    {
        long[] numbers = EventColumn.ToNumbers(Two);
        numbers[4 + field] = value;
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => EventColumn.FromNumbers(numbers));
        Assert.Equal((4 + field, (double)value), (error.Slot, error.Value));
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_whole_events_are_refused() =>
        Assert.Throws<InvalidFeatureException>(() => EventColumn.FromNumbers([1, 2, 3]));

    [Fact]
    public void Columns_of_Single_Double_and_Int32_are_read_too_if_their_numbers_are_whole()
    {
        MLContext context = new(seed: 1);
        Row row = new() { Doubles = [1, 2, 1e15, 1], Singles = [1, 2, 3, 1], Integers = [1, 2, 3, 1] };
        IDataView data = context.Data.LoadFromEnumerable([row]);
        InputOutputColumnPair[] pairs = [new("A", "Doubles"), new("B", "Singles"), new("C", "Integers")];
        IDataView merged = context.Transforms.Events.MergePolarities(pairs).Fit(data).Transform(data);
        Assert.Equal([1L, 2, 1_000_000_000_000_000, 0], merged.GetColumn<long[]>("A").Single());
        Assert.Equal([1L, 2, 3, 0], merged.GetColumn<long[]>("B").Single());
        Assert.Equal([1L, 2, 3, 0], merged.GetColumn<long[]>("C").Single());
        IDataView seconds = context.Data.LoadFromEnumerable([new Row { Doubles = [1, 2, 0.5, 1] }]);
        IDataView bad = context.Transforms.Events.MergePolarities("A", "Doubles").Fit(seconds).Transform(seconds);
        Assert.Contains("multiply seconds by 1,000,000",
            Assert.Throws<InvalidFeatureException>(() => bad.GetColumn<long[]>("A").Single()).Message, StringComparison.Ordinal);
    }

    /// <summary>In single precision, events are read two at a time where their times fit 32 bits.</summary>
    [Fact]
    public void All_types_of_numbers_give_the_same_events()
    {
        long[] times = [0, -7, 8_388_608, -2_147_483_648, 2_147_483_648, 1L << 60, -(1L << 60), 5, 6];
        AddressEvent[] events = [.. times.Select((time, i) => new AddressEvent(i * 4095, 32_767 - i, time, i % 2))];
        long[] numbers = EventColumn.ToNumbers(events);
        Assert.Equal(events, EventColumn.FromNumbers(numbers));
        Assert.Equal(events, Read([.. numbers.Select(own => (float)own)]));
        Assert.Equal(events, Read([.. numbers.Select(own => (double)own)]));
        Assert.Equal(events[7..], Read([.. numbers[28..].Select(own => (int)own)]));
    }

    [Theory]
    [InlineData(0, 32_768)]
    [InlineData(1, -1)]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.25)]
    [InlineData(2, float.PositiveInfinity)]
    [InlineData(2, float.NaN)]
    [InlineData(2, 1e30)]
    [InlineData(3, 2)]
    [InlineData(3, -1)]
    public void The_first_wrong_number_is_named(int field, float value)
    {
        float[] numbers = [.. Enumerable.Repeat(new float[] { 1, 2, 3, 1 }, 7).SelectMany(own => own)];
        (numbers[4 * 4 + field], numbers[6 * 4]) = (value, -1);
        InvalidFeatureException single = Assert.Throws<InvalidFeatureException>(() => Read(numbers));
        Assert.Equal((4 * 4 + field, (double)value), (single.Slot, single.Value));
        InvalidFeatureException wide = Assert.Throws<InvalidFeatureException>(() =>
            Read([.. numbers.Select(own => (double)own)]));
        Assert.Equal(single.Message, wide.Message);
    }

    private static AddressEvent[] Read<T>(T[] numbers)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        AddressEvent[] events = new AddressEvent[numbers.Length / 4];
        EventNumbers.Read<T>(numbers, events);
        return events;
    }

    [Fact]
    public void The_size_of_the_sensor_passes_from_column_to_column()
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable([new Row { Events = EventColumn.ToNumbers([new(30, 8, 0, 1)]) }]);
        var pipeline = context.Transforms.Events.Resize("Small", "Events", new()
        {
            Height = 20,
            Width = 40,
            TargetHeight = 10,
            TargetWidth = 20,
        }).Append(context.Transforms.Events.Denoise("Small")).Append(context.Transforms.Events.Flip("Small", options: new()
        {
            Horizontal = 1,
        })).Append(context.Transforms.Events.ToSpikes("Spikes", "Small", new() { NumSteps = 3 }));
        pipeline.GetOutputSchema(SchemaShape.Create(data.Schema));
        IDataView spikes = pipeline.Fit(data).Transform(data);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 3, 2, 10, 20), spikes.Schema["Spikes"].Type);
        int height = 0;
        spikes.Schema["Small"].Annotations.GetValue(EventAnnotations.SensorHeight, ref height);
        Assert.Equal(10, height);
    }

    [Fact]
    public void A_size_that_contradicts_the_column_is_refused()
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable([new Row()]);
        IDataView sized = context.Transforms.Events.Denoise("Events", options: new() { Height = 5, Width = 6 }).Fit(data)
            .Transform(data);
        Assert.Contains("5 x 6 pixels", Assert.ThrowsAny<ArgumentException>(() => context.Transforms.Events
            .ToVoxelGrid("Grid", "Events", new() { Height = 5, Width = 7 }).Fit(sized)).Message, StringComparison.Ordinal);
        Assert.Contains("set Height and Width", Assert.ThrowsAny<ArgumentException>(() => context.Transforms.Events
            .ToVoxelGrid("Grid", "Events").Fit(data)).Message, StringComparison.Ordinal);
    }

    private sealed class Row
    {
        public long[] Events { get; set; } = [];
        public double[] Doubles { get; set; } = [];
        public float[] Singles { get; set; } = [];
        public int[] Integers { get; set; } = [];
    }
}
