using System.Text.Json;
using OxyPlot;

namespace SpikeML.Plot.Tests.Animations;

/// <summary>The player in headless Chromium, driven by Animations/player.mjs.</summary>
public class PlayerTests
{
    private const int NumSteps = 12, Rows = 7, Columns = 9;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Player_shows_each_step_that_it_is_scrubbed_to(bool hasOffSpikes)
    {
        SpikeTrain train = Moving.Train(NumSteps, Rows, Columns, hasOffSpikes);
        AnimationOptions options = new() { Title = "Scrubbed", SecondsPerStep = 0.001 };
        JsonElement found = await Drive(SpikePlot.Animate(train, options).ToHtml(), "scrub");

        for (int step = 0; step < NumSteps; step++)
        {
            JsonElement shown = found.GetProperty("steps")[step];
            uint[] pixels = [.. shown.GetProperty("pixels").EnumerateArray().Select(pixel => pixel.GetUInt32())];
            Assert.Equal(Moving.Expected(train, step, 1, options), pixels);
            int spikes = train.Count(spike => spike.Step == step);
            Assert.Equal($"Step {step + 1} of {NumSteps} · {step} ms · {spikes} spikes", shown.GetProperty("status").GetString());
        }
        Assert.Equal("Scrubbed", found.GetProperty("title").GetString());
        Assert.Equal("pixelated", found.GetProperty("rendering").GetString());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_plays_pauses_and_obeys_keys()
    {
        JsonElement found = await Drive(SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns)).ToHtml(), "play");

        Assert.True(found.GetProperty("advanced").GetBoolean());
        Assert.True(found.GetProperty("stayed").GetBoolean());
        Assert.True(found.GetProperty("faster").GetBoolean());
        Assert.Equal([3, 2, 0, NumSteps - 1], found.GetProperty("keys").EnumerateArray().Select(step => step.GetInt32()));
        Assert.Equal(["2", "1"], found.GetProperty("speeds").EnumerateArray().Select(speed => speed.GetString()));
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_waits_where_motion_is_unwanted()
    {
        JsonElement found = await Drive(SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns)).ToHtml(), "still");

        Assert.Equal("Play", found.GetProperty("button").GetString());
        Assert.Equal(0, found.GetProperty("step").GetInt32());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_opens_a_train_of_more_steps_than_a_function_takes_arguments()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(139_999, 1, 1)], 140_000, 2);
        JsonElement found = await Drive(SpikePlot.Animate(train).ToHtml(), "still");

        Assert.Equal("Play", found.GetProperty("button").GetString());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_of_counts_draws_bars_as_long_as_the_counts()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(1, 0, 1), new(2, 0, 1), new(3, 0, 1), new(1, 1, 1),
            new(3, 1, 1)], 4, 2);
        JsonElement found = await Drive(SpikePlot.AnimateSpikeCount(train, new() { Width = 400 }).ToHtml(), "counts");

        double[] bars = [.. found.GetProperty("bars").EnumerateArray().Select(bar => bar.GetDouble())];
        Assert.InRange(bars[0], 200, 960);
        Assert.Equal(bars[0] / 2, bars[1], 2.0);
        AssertQuiet(found);
    }

    [Fact]
    public async Task Players_are_independent_when_two_are_in_one_page()
    {
        string first = SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns), new() { Title = "First" }).ToHtml();
        string second = SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns, true), new() { Title = "Second" }).ToHtml();
        JsonElement found = await Drive(first + second, "two");

        int[][] expected = [[0, 0], [3, 0], [3, 4], [3, 5], [4, 5], [4, 5]];
        Assert.Equal(expected, found.GetProperty("seen").EnumerateArray().Select(Numbers));
        Assert.Equal(["First", "Second"], found.GetProperty("titles").EnumerateArray().Select(title => title.GetString()));
        Assert.Equal(["Play", "Pause"], found.GetProperty("playing").EnumerateArray().Select(label => label.GetString()));
        Assert.All(Numbers(found.GetProperty("colors")), colors => Assert.InRange(colors, 2, 256));
    }

    [Fact]
    public async Task Player_stays_as_it_is_when_the_page_around_it_has_rules_for_everything()
    {
        string player = SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns)).ToHtml();
        JsonElement found = await Drive($$"""
            <!doctype html><html><head><style>
            * { margin: 7px !important; display: inline !important; font-size: 40px !important; color: rgb(9, 8, 7) !important; }
            * { visibility: hidden; --accent: red; --paper: red; }
            canvas { width: 10px !important; height: 10px !important; } main, button, #view, #step { display: none !important; }
            body, div, #text, #outside { visibility: visible; display: block !important; }
            </style></head><body><input id="text"><canvas id="outside"></canvas><div>{{player}}</div></body></html>
            """, "hostile");

        Assert.InRange(found.GetProperty("width").GetDouble(), 50, 2000);
        Assert.InRange(found.GetProperty("height").GetDouble(), 50, 2000);
        Assert.Equal("16px", found.GetProperty("font").GetString());
        Assert.NotEqual("rgb(9, 8, 7)", found.GetProperty("color").GetString());
        Assert.Equal("visible", found.GetProperty("visibility").GetString());
        Assert.Equal("10px rgb(9, 8, 7)", found.GetProperty("outside").GetString());
        Assert.Equal("7px", found.GetProperty("margin").GetString());
        Assert.Equal("k +", found.GetProperty("text").GetString());
        Assert.Equal(0, found.GetProperty("untouched").GetInt32());
        Assert.Equal(NumSteps - 1, found.GetProperty("last").GetInt32());
        Assert.All(Numbers(found.GetProperty("colors")), colors => Assert.InRange(colors, 2, 256));
    }

    [Fact]
    public async Task Player_leaves_a_fading_trail_when_neurons_spike_once()
    {
        // Neuron n spikes at step n: at step 3, neuron 3 spikes, and those before it fade.
        SpikeTrain train = SpikeTrain.FromEvents(Enumerable.Range(0, 9).Select(n => new SpikeEvent(n, n, 1)), 20, 3, 3);
        JsonElement found = await Drive(SpikePlot.Animate(train).ToHtml(), "trail");

        Assert.Equal("0.2", found.GetProperty("chosen").GetString());
        double[] none = Light(found, "none"), longer = Light(found, "long"), stay = Light(found, "stay");
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0, 0], none);
        Assert.True(longer[0] > 0 && longer[0] < longer[1] && longer[1] < longer[2] && longer[2] < 1, string.Join(' ', longer));
        Assert.Equal(1, longer[3]);
        Assert.All(longer[4..], share => Assert.Equal(0, share));
        // Half of the way through the colours of the map.
        double green = ColorMap.Plasma[0.5].G - ColorMap.Plasma[0].G, full = ColorMap.Plasma[1].G - ColorMap.Plasma[0].G;
        Assert.All(stay[..3], share => Assert.Equal(green / full, share, 0.02));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0], Light(found, "first"));
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_names_the_neuron_under_the_pointer_and_seeks_in_its_raster()
    {
        // Seventeen neurons have no rectangle: the last row of five columns has two, and cells that are no neurons stay clear.
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(1, 0, 1), new(9, 16, 1)], 10, 17);
        JsonElement found = await Drive(SpikePlot.Animate(train).ToHtml(), "hover");

        Assert.Equal(["Neuron 0\nrow 0, column 0\n2 spikes so far", "", "", "Neuron 0\nStep 10 of 10"],
            found.GetProperty("tips").EnumerateArray().Select(tip => tip.GetString()));
        Assert.Equal(9, found.GetProperty("sought").GetInt32());
        Assert.Equal(0, found.GetProperty("corner").GetInt32());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_stops_at_its_last_step_when_it_does_not_loop()
    {
        JsonElement found = await Drive(SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns)).ToHtml(), "loop");

        Assert.Equal(("true", "false"), (found.GetProperty("before").GetString(), found.GetProperty("after").GetString()));
        Assert.Equal((NumSteps - 1, "Play"), (found.GetProperty("end").GetInt32(), found.GetProperty("button").GetString()));
        Assert.StartsWith($"Step {NumSteps} of {NumSteps} · ", found.GetProperty("status").GetString(), StringComparison.Ordinal);
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_shows_all_its_controls_on_large_and_small_screens()
    {
        Animation animation = SpikePlot.Animate(Moving.Train(NumSteps, 28, 28), new() { Title = "Phone" });
        JsonElement found = await Drive(animation.ToHtml(), "phones");

        foreach (JsonProperty screen in found.GetProperty("hidden").EnumerateObject())
            Assert.True(screen.Value.GetArrayLength() == 0, $"{screen.Name}: not in sight: {screen.Value}");
        // The last button never wraps to a row of its own.
        Assert.Empty(found.GetProperty("alone").EnumerateArray());
        AssertQuiet(found);
    }

    /// <summary>The first and the last step have ticks, also where the last is not round, and no two labels touch.</summary>
    [Theory]
    [InlineData(137, null, "step 1", "137")]
    [InlineData(1500, null, "step 1", "1,500")]
    [InlineData(137, 0.0013, "0 ms", "176.8")]
    [InlineData(12, 0.001, "0 ms", "11")]
    [InlineData(1, 0.001, "0.0 ms", "0.0 ms")]
    public async Task Player_labels_the_first_and_the_last_step(int numSteps, double? seconds, string first, string last)
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1)], numSteps, 4);
        JsonElement found = await Drive(SpikePlot.Animate(train, new() { SecondsPerStep = seconds }).ToHtml(), "axis");

        foreach (JsonElement axis in found.GetProperty("seen").EnumerateArray())
        {
            JsonElement[] labels = [.. axis.EnumerateArray()];
            string[] texts = [.. labels.Select(label => label.GetProperty("text").GetString()!)];
            Assert.Equal((first.Split(' ')[^1], last), (texts[0].Split(' ')[^1], texts[^1]));
            Assert.Equal(texts.Distinct(), texts);
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.InRange(
                pair.Second.GetProperty("left").GetDouble() - pair.First.GetProperty("right").GetDouble(), 3, 2000));
        }
        if (seconds is not null && numSteps > 1)
            Assert.Contains($" · {last} ms · ", found.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.InRange(found.GetProperty("seen")[1].EnumerateArray().Max(label => label.GetProperty("right").GetDouble()), 1,
            found.GetProperty("width").GetDouble());
        AssertQuiet(found);
    }

    [Fact]
    public async Task Player_says_so_when_scripts_are_off()
    {
        JsonElement found = await Drive(SpikePlot.Animate(Moving.Train(NumSteps, Rows, Columns)).ToHtml(), "silent");

        Assert.StartsWith($"This animation of {NumSteps} time steps is played by a script.",
            found.GetProperty("shown").GetString(), StringComparison.Ordinal);
    }

    // How far each cell is from silence (0) to a spike's colour (1), by its green.
    private static double[] Light(JsonElement found, string name)
    {
        double silent = (ColorMap.Plasma[0].ToUint() >> 8) & 0xFF, spike = (ColorMap.Plasma[1].ToUint() >> 8) & 0xFF;
        return [.. found.GetProperty(name).EnumerateArray().Select(pixel =>
            (((pixel.GetUInt32() >> 8) & 0xFF) - silent) / (spike - silent))];
    }

    private static int[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];

    private static void AssertQuiet(JsonElement found)
    {
        Assert.Empty(found.GetProperty("messages").EnumerateArray());
        Assert.Equal(1, found.GetProperty("requests").GetInt32());
    }

    private static Task<JsonElement> Drive(string page, string scene) => Browser.Drive("Animations/player.mjs", page, scene);
}
