namespace SpikeML.Tests.EventSimulation;

public class EventSimulatorTests
{
    /// <summary>A dark intensity so small that logarithms are those of the images.</summary>
    private static readonly EventSimulatorOptions Exact = new() { DarkIntensity = 1e-9 };

    [Fact]
    public void A_pixel_gives_an_event_for_each_threshold_that_its_logarithm_crosses()
    {
        EventSimulator camera = new(1, 2, Exact with { OnThreshold = 0.3, OffThreshold = 0.4 });
        Assert.Empty(camera.Add([1, 1], 1000));
        // One pixel rises by 1, across 0.3, 0.6 and 0.9; the other falls by 1, across 0.4 and 0.8.
        Assert.Equal(
            [new AddressEvent(0, 0, 1300, 1), new(1, 0, 1400, 0), new(0, 0, 1600, 1), new(1, 0, 1800, 0), new(0, 0, 1900, 1)],
            camera.Add([MathF.E, 1 / MathF.E], 2000).Select(own => own with { Timestamp = (own.Timestamp + 2) / 10 * 10 }));
        // What was left over counts for the next image.
        Assert.Equal([new AddressEvent(0, 0, 2100, 1)],
            camera.Add([MathF.Exp(1.4f), 1 / MathF.E], 2200)
                .Select(own => own with { Timestamp = (own.Timestamp + 50) / 100 * 100 }));
    }

    [Fact]
    public void A_still_image_gives_nothing_but_noise()
    {
        float[] image = [.. Enumerable.Range(0, 400).Select(pixel => pixel / 400f)];
        EventSimulator still = new(20, 20), noisy = new(20, 20, new() { NoiseRate = 5, Seed = 3 });
        Assert.Empty(still.Add(image, 0));
        Assert.Empty(still.Add(image, 1_000_000));
        Assert.Empty(noisy.Add(image, 0));
        AddressEvent[] noise = noisy.Add(image, 2_000_000);
        Assert.InRange(noise.Length, 4000 - 5 * 64, 4000 + 5 * 64);
        Assert.InRange(noise.Count(own => own.Polarity == 1), 1800, 2200);
        Assert.InRange(noise.Average(own => own.Timestamp), 950_000, 1_050_000);
        Assert.Equal(noise.Select(own => own.Timestamp).Order(), noise.Select(own => own.Timestamp));
        Assert.InRange(noise.Select(own => (own.X, own.Y)).Distinct().Count(), 395, 400);
    }

    [Fact]
    public void A_refractory_period_leaves_events_out()
    {
        EventSimulator camera = new(1, 1, Exact with { RefractoryPeriod = 500 });
        camera.Add([1], 0);
        long[] times = [.. camera.Add([MathF.Exp(2)], 2000).Select(own => own.Timestamp)];
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 500));
        Assert.Equal(4, times.Length);
    }

    [Fact]
    public void Thresholds_deviate_from_pixel_to_pixel_and_with_the_seed()
    {
        float[] dark = [.. Enumerable.Repeat(1f, 900)], bright = [.. Enumerable.Repeat(MathF.Exp(2.05f), 900)];
        int[] counts = Count(1);
        Assert.InRange(counts.Average(), 9.5, 11.5);
        Assert.InRange(counts.Distinct().Count(), 5, 15);
        Assert.Equal(counts, Count(1));
        Assert.NotEqual(counts, Count(2));

        int[] Count(int seed)
        {
            EventSimulator camera = new(30, 30, Exact with { ThresholdDeviation = 0.1, Seed = seed });
            camera.Add(dark, 0);
            ILookup<int, AddressEvent> events = camera.Add(bright, 1000).ToLookup(own => own.Y * 30 + own.X);
            return [.. Enumerable.Range(0, 900).Select(pixel => events[pixel].Count())];
        }
    }

    [Fact]
    public void Invalid_images_times_and_options_are_refused()
    {
        EventSimulator camera = new(2, 2);
        camera.Add([0, 0, 0, 0], 10);
        Assert.Throws<ArgumentException>(() => camera.Add([0, 0, 0], 20));
        Assert.Contains("Pixel 2 has the intensity -1", Assert.Throws<ArgumentException>(() =>
            camera.Add([0, 0, -1, 0], 20)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => camera.Add([0, 0, float.NaN, 0], 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => camera.Add([0, 0, 0, 0], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventSimulator(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventSimulator(2, 40_000));
        Assert.Equal("OnThreshold", Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EventSimulator(2, 2, new() { OnThreshold = 0 })).ParamName);
        Assert.Equal("NoiseRate", Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EventSimulator(2, 2, new() { NoiseRate = -1 })).ParamName);
    }
}
