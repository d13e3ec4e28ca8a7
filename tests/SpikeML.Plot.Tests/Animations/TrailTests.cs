using OxyPlot;
using SpikeML.Plot.Animations;

namespace SpikeML.Plot.Tests.Animations;

/// <summary>What frames show besides the spikes of their step: what is left of earlier ones, and the time.</summary>
public class TrailTests
{
    // Neuron n spikes at step n, and the last one twice.
    private static readonly SpikeTrain Once =
        SpikeTrain.FromEvents([new(0, 0, 1), new(1, 1, 1), new(2, 2, -1), new(3, 3, 1), new(7, 3, 1)], 8, 2, 2);

    [Fact]
    public void Spikes_of_a_code_of_single_spikes_fade_until_the_end()
    {
        uint[][] frames = Frames(Once, new() { ShowProgress = false });

        uint silence = ColorMap.Plasma[0].ToUint(), spike = ColorMap.Plasma[1].ToUint();
        double[] lights = [.. frames.Select(frame => Light(frame[0]))];
        Assert.Equal(spike, frames[0][0]);
        Assert.All(lights.Zip(lights.Skip(1)), pair => Assert.True(pair.First > pair.Second, string.Join(' ', lights)));
        Assert.True(lights[^1] > 0.15, string.Join(' ', lights));
        Assert.Equal([silence, silence, silence], frames[0][1..]);
        // On-spikes pass through the colours of the map.
        Assert.Equal(ColorMap.Plasma[0.75].ToUint(), frames[1][0]);
        // An off-spike fades in its own colour, and a second spike shines again.
        Assert.Equal(OxyColor.Interpolate(ColorMap.Plasma[0], OxyColor.FromUInt32(frames[2][2]), 0.75).ToUint(), frames[3][2]);
        Assert.Equal(spike, frames[7][3]);
    }

    [Theory]
    [InlineData(0, new[] { true, false, false, false })]
    [InlineData(2, new[] { true, true, true, false })]
    public void Spikes_are_gone_after_the_trail(int trail, bool[] shown)
    {
        uint[][] frames = Frames(Once, new() { Trail = trail, ShowProgress = false });

        Assert.Equal(shown, frames[..4].Select(frame => frame[0] != ColorMap.Plasma[0].ToUint()));
    }

    [Fact]
    public void Spikes_leave_no_trail_when_neurons_spike_often()
    {
        SpikeTrain often = SpikeTrain.FromEvents(Enumerable.Range(0, 6).Select(step => new SpikeEvent(step, 0, 1)), 8, 2, 2);

        Assert.Equal(0, SpikeTrail.Of(often));
        Assert.Equal(8, SpikeTrail.Of(Once));
        Assert.Equal(0, SpikeTrail.Of(SpikeTrain.FromEvents([], 8, 2, 2)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bar_below_grows_with_time(bool isEmpty)
    {
        SpikeTrain train = isEmpty ? SpikeTrain.FromEvents([], 8, 2, 2) : Once;
        AnimationOptions options = new() { CellSize = 8 };
        Animation plain = SpikePlot.Animate(train, options with { ShowProgress = false });
        Animation timed = SpikePlot.Animate(train, options);
        uint[][] frames = Frames(train, options);

        Assert.Equal((plain.Width, plain.Height), (16, 16));
        Assert.Equal((16, 20), (timed.Width, timed.Height));
        uint passed = ColorMap.Plasma[1].ToUint();
        for (int step = 0; step < 8; step++)
        {
            foreach (uint[] row in frames[step][(16 * 16)..].Chunk(16))
                Assert.Equal(2 * (step + 1), row.TakeWhile(pixel => pixel == passed).Count());
        }
    }

    [Fact]
    public void Graded_spikes_fade_into_silence_since_the_map_shows_their_values()
    {
        SpikeTrain graded = SpikeTrain.FromEvents([new(0, 0, 2), new(1, 1, 1)], 8, 2, 2);
        uint[][] frames = Frames(graded, new() { ShowProgress = false });

        Assert.Equal(OxyColor.Interpolate(ColorMap.Plasma[0], ColorMap.Plasma[1], 0.75).ToUint(), frames[1][0]);
        Assert.Empty(new CellFrames(graded, 1, new()).Fading);
        Assert.Equal((ColorMap.Plasma[0].ToUint(), ColorMap.Plasma[1].ToUint()),
            (new CellFrames(Once, 1, new()).Fading[0], new CellFrames(Once, 1, new()).Fading[^1]));
        Assert.Empty(new CellFrames(SpikeTrain.FromEvents([], 8, 2, 2), 1, new() { ShowProgress = false }).Fading);
        Assert.Empty(new CellFrames(SpikeTrain.FromEvents([new(0, 0, -1)], 8, 2, 2), 1, new()).Fading);
    }

    [Fact]
    public void Palettes_have_room_for_the_shades_of_many_values()
    {
        SpikeTrain graded = SpikeTrain.FromEvents(Enumerable.Range(0, 400).Select(i =>
            new SpikeEvent(i % 20, i, (i % 2 == 0 ? 1 : -1) * (1 + i / 400f))), 20, 20, 20);

        Assert.InRange(new CellFrames(graded, 1, new()).Palette.Length, 50, FrameSource.MostColors);
        Assert.Equal(20, Frames(graded, new() { CellSize = 1 }).Length);
    }

    [Fact]
    public void Trail_below_0_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("Trail", () => SpikePlot.Animate(Once, new() { Trail = -1 }));

    // How far a pixel is from silence to a spike, by its brightness.
    private static double Light(uint pixel)
    {
        double silence = Brightness(ColorMap.Plasma[0]), spike = Brightness(ColorMap.Plasma[1]);
        return (Brightness(OxyColor.FromUInt32(pixel)) - silence) / (spike - silence);

        static double Brightness(OxyColor color) => 0.299 * color.R + 0.587 * color.G + 0.114 * color.B;
    }

    private static uint[][] Frames(SpikeTrain train, AnimationOptions options)
    {
        CellFrames frames = new(train, options.CellSize ?? 1, options);
        byte[] pixels = new byte[frames.Width * frames.Height];
        return [.. Enumerable.Range(0, frames.Count).Select(frame =>
        {
            frames.Draw(frame, pixels);
            return pixels.Select(place => frames.Palette[place]).ToArray();
        })];
    }
}
