namespace SpikeML.Tests.EventFilters;

/// <summary>What is drawn at random: how often, and that it depends on the seed, the row and its key alone.</summary>
public class DrawnEventTests
{
    private static readonly AddressEvent[] Many = [.. Enumerable.Range(0, 20_000).Select(i =>
        new AddressEvent(i % 40, i / 40 % 30, i * 10L, i & 1))];

    public static TheoryData<string> Names => [.. Codes.Keys];

    private static Dictionary<string, DrawnEventCode> Codes => new()
    {
        ["crop"] = new CropEventsOptions { TargetHeight = 10, TargetWidth = 10, Placement = CropPlacement.Random },
        ["scale"] = new ScaleEventTimesOptions { LargestFactor = 2, LargestOffset = 100 },
        ["drop"] = new DropEventsOptions { Share = 0.3, TimeShare = 0.2, SideShare = 0.5 },
        ["jitter"] = new JitterEventsOptions { PixelDeviation = 1, TimeDeviation = 100 },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_depend_on_seed_and_key_and_on_nothing_else(string name)
    {
        DrawnEventCode code = Codes[name] with { Height = 30, Width = 40, Seed = 3 };
        AddressEvent[] first = code.Apply(Many);
        Assert.NotEmpty(first);
        Assert.Equal(first, code.Apply(Many));
        Assert.NotEqual(first, code.Apply(Many, rowKey: 1));
        Assert.NotEqual(first, (code with { Seed = 4 }).Apply(Many));
        Assert.NotEqual(first, code.Apply(Many.AsSpan(1)).Prepend(Many[0]));
    }

    [Fact]
    public void Drop_keeps_each_event_with_the_same_probability()
    {
        int kept = new DropEventsOptions { Share = 0.3, Seed = 1 }.Apply(Many).Length;
        Assert.InRange(kept, 14_000 - 5 * 65, 14_000 + 5 * 65);
        Assert.Empty(new DropEventsOptions { Share = 1, Seed = 1 }.Apply(Many));
        Assert.Equal(Many, new DropEventsOptions { Seed = 1 }.Apply(Many));
    }

    [Fact]
    public void Drop_leaves_one_stretch_of_time_without_events()
    {
        AddressEvent[] kept = new DropEventsOptions { TimeShare = 0.25, Seed = 2 }.Apply(Many);
        Assert.InRange(kept.Length, 14_995, 15_005);
        Assert.Single(kept.Zip(kept.Skip(1)), pair => pair.Second.Timestamp - pair.First.Timestamp > 10);
    }

    [Fact]
    public void Drop_leaves_one_rectangle_without_events()
    {
        AddressEvent[] kept = new DropEventsOptions { SideShare = 0.5, Height = 30, Width = 40, Seed = 2 }.Apply(Many);
        (int, int)[] gone = [.. Many.Select(Pixel).Except(kept.Select(Pixel))];
        Assert.Equal(15 * 20, gone.Length);
        Assert.Equal((19, 14), (gone.Max(pixel => pixel.Item1) - gone.Min(pixel => pixel.Item1),
            gone.Max(pixel => pixel.Item2) - gone.Min(pixel => pixel.Item2)));
    }

    [Fact]
    public void Jitter_is_normal_in_space_and_time_and_leaves_times_in_order()
    {
        AddressEvent[] centre = [.. Enumerable.Range(0, 20_000).Select(i => new AddressEvent(100, 100, 1_000_000 + i % 2, 1))];
        AddressEvent[] moved = new JitterEventsOptions
        {
            PixelDeviation = 3,
            TimeDeviation = 1000,
            Height = 200,
            Width = 200,
            Seed = 1,
        }.Apply(centre);
        Assert.Equal(20_000, moved.Length);
        Assert.Equal(moved.Select(own => own.Timestamp).Order(), moved.Select(own => own.Timestamp));
        AssertNormal([.. moved.Select(own => own.X - 100.0)], 3);
        AssertNormal([.. moved.Select(own => own.Y - 100.0)], 3);
        AssertNormal([.. moved.Select(own => own.Timestamp - 1_000_000.0)], 1000);
    }

    [Fact]
    public void Jitter_drops_what_leaves_the_sensor_or_falls_below_time_0()
    {
        AddressEvent[] corner = [.. Enumerable.Range(0, 4000).Select(_ => new AddressEvent(0, 0, 0, 1))];
        AddressEvent[] moved = new JitterEventsOptions { PixelDeviation = 5, Height = 9, Width = 9, Seed = 1 }.Apply(corner);
        Assert.InRange(moved.Length, 800, 1300);
        moved = new JitterEventsOptions { TimeDeviation = 100, Seed = 1 }.Apply(corner);
        Assert.InRange(moved.Length, 1800, 2200);
        Assert.All(moved, own => Assert.True(own.Timestamp >= 0));
    }

    [Fact]
    public void Random_crops_are_anywhere_inside_the_sensor()
    {
        CropEventsOptions code = new()
        {
            TargetHeight = 29,
            TargetWidth = 37,
            Height = 30,
            Width = 40,
            Placement = CropPlacement.Random,
            Seed = 1,
        };
        // The event at column 20 of row 15 shows where the part begins.
        var places = Enumerable.Range(0, 400).Select(key => code.Apply([new(20, 15, 0, 0)], (ulong)key).Single())
            .CountBy(own => (own.X, own.Y)).ToDictionary();
        Assert.Equal(8, places.Count);
        Assert.All(places, place => Assert.InRange(place.Value, 25, 80));
        Assert.All(places.Keys, place => Assert.True(place is { X: >= 17 and <= 20, Y: 14 or 15 }));
    }

    [Fact]
    public void Flips_happen_with_their_probability_and_to_whole_rows()
    {
        FlipEventsOptions code = new() { Horizontal = 0.25, Height = 30, Width = 40, Seed = 1 };
        AddressEvent[] two = [new(1, 2, 3, 0), new(5, 2, 9, 1)];
        int flipped = Enumerable.Range(0, 2000).Count(key => code.Apply(two, (ulong)key)[0].X == 38);
        Assert.InRange(flipped, 400, 600);
        Assert.Equal([new AddressEvent(5, 2, 3, 0), new(1, 2, 9, 1)],
            new FlipEventsOptions { Time = 1, Seed = 1 }.Apply(two));
    }

    [Fact]
    public void Apply_needs_a_seed_where_it_draws() => Assert.Contains("Seed",
        Assert.Throws<InvalidOperationException>(() => new DropEventsOptions { Share = 0.5 }.Apply(Many)).Message,
        StringComparison.Ordinal);

    private static (int X, int Y) Pixel(AddressEvent own) => (own.X, own.Y);

    private static void AssertNormal(double[] values, double deviation)
    {
        double mean = values.Average(), spread = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        Assert.InRange(mean, -5 * deviation / Math.Sqrt(values.Length), 5 * deviation / Math.Sqrt(values.Length));
        Assert.InRange(spread, 0.97 * deviation, 1.03 * deviation);
        Assert.InRange(values.Count(value => Math.Abs(value) > 2 * deviation + 0.5) / (double)values.Length, 0.02, 0.06);
    }
}
