using Microsoft.ML;

namespace SpikeML.Tests.EventFilters;

public class EventFilterTests
{
    [Fact]
    public void A_fixed_crop_begins_at_its_corner() => Assert.Equal([new AddressEvent(0, 1, 5, 1)],
        new CropEventsOptions { TargetHeight = 2, TargetWidth = 2, Placement = CropPlacement.Fixed, Left = 3, Top = 4 }
            .Apply([new(3, 5, 5, 1), new(5, 4, 6, 1), new(3, 3, 7, 0)]));

    [Fact]
    public void Times_are_cropped_from_the_first_event_on_request() => Assert.Equal([new AddressEvent(0, 0, 110, 1)],
        new CropEventTimesOptions { Start = 10, End = 20, FromFirst = true }
            .Apply([new(0, 0, 100, 1), new(0, 0, 110, 1), new(0, 0, 120, 1)]));

    [Fact]
    public void The_first_event_of_a_pixel_is_kept_also_at_time_0() => Assert.Equal(
        [new AddressEvent(0, 0, 0, 1), new(1, 0, 0, 1)],
        new FilterRefractoryOptions { Period = 1000 }.Apply([new(0, 0, 0, 1), new(1, 0, 0, 1), new(0, 0, 1000, 0)]));

    [Fact]
    public void A_refractory_period_begins_at_the_last_event_or_at_the_last_kept_one()
    {
        AddressEvent[] events = [new(0, 0, 0, 1), new(0, 0, 6, 1), new(0, 0, 12, 1)];
        Assert.Single(new FilterRefractoryOptions { Period = 10 }.Apply(events));
        Assert.Equal([0L, 12], new FilterRefractoryOptions { Period = 10, FromLastKept = true }.Apply(events)
            .Select(own => own.Timestamp));
    }

    [Fact]
    public void An_event_without_a_recent_neighbour_is_noise()
    {
        AddressEvent[] events = [new(0, 0, 5, 1), new(1, 0, 8, 1), new(0, 1, 18, 0), new(2, 1, 18, 0), new(1, 1, 19, 1)];
        Assert.Equal([8L, 19], new DenoiseEventsOptions { Window = 10 }.Apply(events).Select(own => own.Timestamp));
        Assert.Equal([8L, 18, 18, 19], new DenoiseEventsOptions { Window = 11, IncludeDiagonals = true }.Apply(events)
            .Select(own => own.Timestamp));
    }

    [Fact]
    public void Events_outside_the_sensor_are_refused_by_number()
    {
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() =>
            new FlipEventsOptions { Height = 2, Width = 3, Horizontal = 1, Seed = 1 }.Apply([new(0, 0, 0, 0), new(2, 2, 0, 0)]));
        Assert.Equal(5, error.Slot);
        Assert.Contains("Event 1 is outside the sensor, which has 2 x 3 pixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensor_that_is_not_known_is_asked_for()
    {
        Assert.Contains("Height and Width", Assert.Throws<InvalidOperationException>(() =>
            new ResizeEventsOptions().Apply([new(0, 0, 0, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("Height and Width", Assert.Throws<InvalidFeatureException>(() =>
            new DenoiseEventsOptions().Apply([new(32_000, 32_000, 0, 0)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 600.0)]
    [InlineData(5.0, null)]
    public void Hot_pixels_are_learned_from_all_rows(double? deviations, double? rate)
    {
        // 100 events of each of 48 pixels a second, and 1,000 of two others.
        AddressEvent[] all = [.. from pixel in Enumerable.Range(0, 50)
            from i in Enumerable.Range(0, pixel is 7 or 31 ? 1000 : 100)
            select new AddressEvent(pixel % 10, pixel / 10, i * 1000L % 1_000_001, 1)];
        MLContext context = new(seed: 1);
        Row[] rows = [new() { Events = EventColumn.ToNumbers(all) }, new() { Events = EventColumn.ToNumbers(all) }, new()];
        IDataView data = context.Data.LoadFromEnumerable(rows);
        RemoveHotPixelsOptions fitted = context.Transforms.Events.RemoveHotPixels("Events", options: new()
        {
            Height = 5,
            Width = 10,
            Deviations = deviations / 2.5,
            MaxRate = rate,
        }).Fit(data).Codes[0];
        Assert.Equal([7, 31], fitted.HotPixels);
        Assert.Equal(all.Where(own => (own.Y * 10 + own.X) is not 7 and not 31), fitted.Apply(all));
        Assert.Throws<InvalidOperationException>(() => (fitted with { Deviations = 3 }).Apply(all));
    }

    /// <summary>Hot pixels are numbered by the width of the sensor that they were found on.</summary>
    [Fact]
    public void Hot_pixels_of_another_sensor_are_refused_and_found_again_by_Fit()
    {
        MLContext context = new(seed: 1);
        AddressEvent[] all = [.. Enumerable.Range(0, 100).Select(i => new AddressEvent(i == 99 ? 0 : 3, 2, i, 1))];
        IDataView data = context.Data.LoadFromEnumerable([new Row { Events = EventColumn.ToNumbers(all) }]);
        RemoveHotPixelsOptions fitted = Fit(new() { Height = 5, Width = 10, Deviations = 2 });
        Assert.Equal([23], fitted.HotPixels);
        RemoveHotPixelsOptions other = fitted with { Height = 10, Width = 5 };
        Assert.Empty(other.HotPixels);
        Assert.Throws<InvalidOperationException>(() => other.Apply(all));
        Assert.Equal([13], Fit(other).HotPixels);
        Assert.Equal([23], (other with { Height = 5, Width = 10 }).HotPixels);

        RemoveHotPixelsOptions Fit(RemoveHotPixelsOptions options) =>
            context.Transforms.Events.RemoveHotPixels("Events", options: options).Fit(data).Codes[0];
    }

    public static TheoryData<string, Func<object>> OptionsOutOfRange => new()
    {
        { "Height", () => Make(new DenoiseEventsOptions { Height = 5 }) },
        { "Height", () => Make(new DenoiseEventsOptions { Height = 0, Width = 1 }) },
        { "Width", () => Make(new DenoiseEventsOptions { Height = 1, Width = 40_000 }) },
        { "Window", () => Make(new DenoiseEventsOptions { Window = 0 }) },
        { "Period", () => Make(new FilterRefractoryOptions { Period = -1 }) },
        { "TargetHeight", () => Make(new CropEventsOptions { TargetHeight = 0 }) },
        { "TargetWidth", () => Make(new ResizeEventsOptions { TargetWidth = 0 }) },
        { "TargetHeight", () => Make(new CropEventsOptions { Height = 9, Width = 99, Placement = CropPlacement.Random }) },
        { "Placement", () => Make(new CropEventsOptions { Placement = (CropPlacement)9 }) },
        { "Left", () => Make(new CropEventsOptions { Left = -1 }) },
        { "End", () => Make(new CropEventTimesOptions { Start = 5, End = 5 }) },
        { "Factor", () => Make(new ScaleEventTimesOptions { Factor = 0 }) },
        { "LargestFactor", () => Make(new ScaleEventTimesOptions { LargestFactor = 0.5 }) },
        { "Share", () => Make(new DropEventsOptions { Share = 1.1 }) },
        { "SideShare", () => Make(new DropEventsOptions { SideShare = double.NaN }) },
        { "TimeDeviation", () => Make(new JitterEventsOptions { TimeDeviation = -1 }) },
        { "Time", () => Make(new FlipEventsOptions { Time = 2 }) },
        { "Deviations", () => Make(new RemoveHotPixelsOptions { Deviations = null }) },
        { "MaxRate", () => Make(new RemoveHotPixelsOptions { MaxRate = 0 }) },
        { "RowKeyColumnName", () => Make(new DropEventsOptions { RowKeyColumnName = "" }) },
        { "EventsPerStep", () => Make(new EventSpikesOptions { EventsPerStep = 5, StepDuration = 5 }) },
        { "StepDuration", () => Make(new EventSpikesOptions { StepDuration = 0 }) },
        { "Tau", () => Make(new TimeSurfacesOptions { Tau = 0 }) },
        { "Interval", () => Make(new TimeSurfacesOptions { Interval = 0 }) },
        { "NumBins", () => Make(new VoxelGridOptions { NumBins = 0 }) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(OptionsOutOfRange))]
    public void Options_out_of_range_are_refused_when_the_estimator_is_created(string option, Func<object> make) =>
        Assert.Equal(option, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);

    private static SpikeEstimator<TCode> Make<TCode>(TCode code)
        where TCode : SpikeCode => new MLContext(1).Transforms.Spikes.Encode("Events", null, code);

    private sealed class Row
    {
        public long[] Events { get; set; } = [];
    }
}
