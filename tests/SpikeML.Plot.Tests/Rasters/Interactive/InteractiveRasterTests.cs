using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpikeML.Plot.Tests.Rasters.Interactive;

/// <summary>The interactive raster in headless Chromium, driven by raster.mjs.</summary>
public class InteractiveRasterTests
{
    private static readonly SpikeTrain Scattered = Trains.Scattered(100, 50, 500);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Raster_tells_every_spike_from_the_first_to_the_last(int distinctValues)
    {
        Random random = new(distinctValues);
        SpikeTrain train = SpikeTrain.FromEvents(Enumerable.Range(0, 300).Select(i => new SpikeEvent(i * i % 40, i * 61,
            distinctValues == 1 ? 1 : 0.5f - 1 - random.Next(distinctValues))), 40, 20_000);
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(train, new() { SecondsPerStep = 0.002 }).ToHtml(), "walk");

        string[] told = Texts(found, "told");
        Assert.Equal(train.Count, told.Length);
        for (int i = 0; i < told.Length; i++)
        {
            string value = FormattableString.Invariant($"{train[i].Value}").Replace('-', '\u2212');
            Assert.StartsWith(FormattableString.Invariant(
                $"Neuron {train[i].Neuron:N0}, Step {train[i].Step} · {2 * train[i].Step} ms, Value {value} · "), told[i],
                StringComparison.Ordinal);
        }
        Assert.Equal("Raster of 300 spikes, 20,000 neurons, 40 steps", found.GetProperty("label").GetString());
        AssertQuiet(found);
    }

    [Theory]
    [InlineData(null, "0", "136")]
    [InlineData(0.0013, "0", "176.8")]
    [InlineData(0.00125, "0", "170")]
    public async Task Raster_labels_the_first_and_the_last_step(double? seconds, string first, string last)
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1)], 137, 4);
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(train, new() { SecondsPerStep = seconds }).ToHtml(), "axis");

        foreach (JsonElement texts in found.GetProperty("texts").EnumerateArray())
            Assert.Superset(new HashSet<string> { first, last },
                texts.EnumerateArray().Select(text => text.GetProperty("text").GetString()!).ToHashSet());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Raster_zooms_and_moves_by_keys_and_buttons()
    {
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(Scattered).ToHtml(), "keys");

        string whole = $"{Scattered.Count} spikes · 50 neurons · 100 steps";
        Assert.Equal(
        [
            whole, InSight(17..83, 8..42), InSight(28..72, 14..36), InSight(37..81, 14..36), InSight(37..81, 18..41),
            InSight(26..92, 13..46), whole, InSight(17..83, 0..50), whole,
        ], Texts(found, "seen"));
        AssertQuiet(found);
    }

    [Fact]
    public async Task Raster_zooms_by_wheel_moves_by_dragging_and_names_the_spike_under_the_pointer()
    {
        SpikeTrain diagonal = SpikeTrain.FromEvents(Enumerable.Range(0, 100).Select(n => new SpikeEvent(n, n, 1)), 100, 100);
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(diagonal).ToHtml(), "pointer");

        int[][] seen = [.. Texts(found, "seen").Select(Numbers)];
        Assert.True(seen[0] is [_, > 10, < 90, > 10, < 90], Texts(found, "seen")[0]);
        Assert.True(seen[1][3] < seen[0][3] && seen[1][4] < seen[0][4], "Dragged to the right, the raster shows earlier steps.");
        Assert.Equal(seen[0][1..3], seen[1][1..3]);
        Assert.Contains(" · 100 neurons · steps ", Texts(found, "seen")[2], StringComparison.Ordinal);
        Match spike = Regex.Match(found.GetProperty("found").GetString()!,
            @"^Neuron (\d+)\nStep (\d+)\nValue 1 · 1 spike in sight$");
        Assert.True(spike.Success, found.GetProperty("found").GetString());
        Assert.Equal(spike.Groups[1].Value, spike.Groups[2].Value);
        Assert.Equal("", found.GetProperty("left").GetString());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Raster_zooms_when_two_fingers_part()
    {
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(Scattered).ToHtml(), "pinch");

        int[] after = Numbers(found.GetProperty("after").GetString()!);
        Assert.True(after is [_, > 0, < 49, > 0, < 99] && after[2] - after[1] < 35, found.GetProperty("after").GetString());
        Assert.Equal(1, found.GetProperty("scale").GetDouble());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Raster_shows_rates_of_what_spikes_and_follows_the_system_into_the_dark()
    {
        SpikeTrain half = SpikeTrain.FromEvents(Enumerable.Range(0, 50).Select(step => new SpikeEvent(step, step % 7,
            step % 2 == 0 ? 1 : -1)), 100, 8);
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(half).ToHtml(), "colors");

        foreach (string theme in new[] { "light", "dark" })
        {
            JsonElement colors = found.GetProperty(theme);
            Assert.InRange(colors.GetProperty("off").GetProperty("count").GetInt32(), 100, 100_000);
            Assert.InRange(colors.GetProperty("paper").GetProperty("count").GetInt32(), 100_000, 1_000_000);
            Assert.InRange(colors.GetProperty("rate").GetProperty("count").GetInt32(), 1000, 100_000);
            Assert.InRange(colors.GetProperty("rate").GetProperty("right").GetDouble(), 0.4, 0.55);
        }
        AssertQuiet(found);
    }

    [Fact]
    public async Task Rasters_are_independent_when_two_are_in_one_page()
    {
        string page = SpikePlot.InteractiveRaster(Scattered).ToHtml();
        JsonElement found = await Drive(page + page, "two");

        string whole = $"{Scattered.Count} spikes · 50 neurons · 100 steps", zoomed = InSight(17..83, 8..42);
        string[][] expected = [[whole, whole], [zoomed, whole], [zoomed, zoomed], [zoomed, zoomed]];
        Assert.Equal(expected, found.GetProperty("seen").EnumerateArray()
            .Select(pair => pair.EnumerateArray().Select(text => text.GetString()!).ToArray()));
    }

    [Fact]
    public async Task Raster_shows_all_its_controls_on_large_and_small_screens()
    {
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(Scattered, new() { Title = "Phone" }).ToHtml(), "screens");

        foreach (JsonProperty screen in found.GetProperty("hidden").EnumerateObject())
            Assert.True(screen.Value.GetArrayLength() == 0, $"{screen.Name}: not in sight: {screen.Value}");
        AssertQuiet(found);
    }

    [Fact]
    public async Task Raster_says_so_when_scripts_are_off()
    {
        JsonElement found = await Drive(SpikePlot.InteractiveRaster(Scattered).ToHtml(), "silent");

        Assert.StartsWith($"This raster of {Scattered.Count} spikes, 50 neurons and 100 steps is drawn by a script.",
            found.GetProperty("shown").GetString(), StringComparison.Ordinal);
    }

    private static string InSight(Range steps, Range neurons)
    {
        int count = Scattered.Count(spike => spike.Step >= steps.Start.Value && spike.Step < steps.End.Value
            && spike.Neuron >= neurons.Start.Value && spike.Neuron < neurons.End.Value);
        string rows = neurons.Equals(0..50) ? "50 neurons" : $"neurons {neurons.Start}–{neurons.End.Value - 1}";
        return $"{count} spikes in sight · {rows} · steps {steps.Start}–{steps.End.Value - 1}";
    }

    private static string[] Texts(JsonElement found, string name) =>
        [.. found.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static int[] Numbers(string status) =>
        [.. Regex.Matches(status, @"\d+").Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))];

    private static void AssertQuiet(JsonElement found)
    {
        Assert.Empty(found.GetProperty("messages").EnumerateArray());
        Assert.Equal(1, found.GetProperty("requests").GetInt32());
    }

    private static Task<JsonElement> Drive(string page, string scene) =>
        Browser.Drive("Rasters/Interactive/raster.mjs", page, scene);
}
