using Microsoft.ML;
using SpikeML.Tests.Fixtures;

namespace SpikeML.Tests.EventFilters;

/// <summary>Filters of events give what Tonic's transforms give.</summary>
public class EventFilterReferenceTests
{
    private static readonly TonicEvents Tonic = TonicEvents.Read();

    private static readonly Dictionary<string, EventFilterCode> Codes = new()
    {
        ["CenterCrop(6, 4)"] = new CropEventsOptions { TargetHeight = 4, TargetWidth = 6 },
        ["CenterCrop(7, 3)"] = new CropEventsOptions { TargetHeight = 3, TargetWidth = 7 },
        ["CenterCrop(15, 11)"] = new CropEventsOptions { TargetHeight = 11, TargetWidth = 15 },
        ["CropTime(120000, 150000)"] = new CropEventTimesOptions { Start = 120_000, End = 150_001 },
        ["Downsample(5, 3)"] = new ResizeEventsOptions { TargetHeight = 3, TargetWidth = 5 },
        ["Downsample(time_factor=0.001)"] = new ScaleEventTimesOptions { Factor = 0.001 },
        ["TimeSkew(1.3, 100)"] = new ScaleEventTimesOptions { Factor = 1.3, Offset = 100 },
        ["TimeAlignment"] = new ScaleEventTimesOptions { FromFirst = true },
        ["RefractoryPeriod(5000)"] = new FilterRefractoryOptions { Period = 5000 },
        ["Denoise(8000)"] = new DenoiseEventsOptions { Window = 8000 },
        ["MergePolarities"] = new MergePolaritiesOptions(),
        ["RandomFlipLR(1)"] = new FlipEventsOptions { Horizontal = 1, Seed = 1 },
        ["RandomFlipUD(1)"] = new FlipEventsOptions { Vertical = 1, Seed = 1 },
        ["RandomFlipPolarity(1)"] = new FlipEventsOptions { Polarity = 1, Seed = 1 },
    };

    public static TheoryData<string> Names => [.. Codes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Events_are_those_of_Tonic(string transform)
    {
        EventFilterCode code = Codes[transform] with { Height = Tonic.Height, Width = Tonic.Width };
        Assert.Equal(Tonic.EventsOf(transform), code.Apply(Tonic.Events));
    }

    /// <summary>Tonic's limit is in events a second over the recording's duration, above which a pixel is hot.</summary>
    [Fact]
    public void Hot_pixels_are_those_of_Tonic()
    {
        MLContext context = new(seed: 1);
        IDataView data = context.Data.LoadFromEnumerable([new Row { Events = EventColumn.ToNumbers(Tonic.Events) }]);
        RemoveHotPixelsOptions fitted = context.Transforms.Events.RemoveHotPixels("Events", options: new()
        {
            Height = Tonic.Height,
            Width = Tonic.Width,
            Deviations = null,
            MaxRate = 150,
        }).Fit(data).Codes[0];
        Assert.Equal(Tonic.EventsOf("DropPixel(hot_pixel_frequency=150)"), fitted.Apply(Tonic.Events));
    }

    [Fact]
    public void Time_runs_backwards_as_in_Tonic_where_the_recording_begins_at_0()
    {
        AddressEvent[] aligned = new ScaleEventTimesOptions { FromFirst = true }.Apply(Tonic.Events);
        Assert.Equal(
            Tonic.EventsOf("RandomTimeReversal(1)"), new FlipEventsOptions { Time = 1, Seed = 1 }.Apply(aligned));
    }

    private sealed class Row
    {
        public long[] Events { get; set; } = [];
    }
}
