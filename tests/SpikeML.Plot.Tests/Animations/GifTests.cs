using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Animations;

/// <summary>GIF files, read by Skia's decoder.</summary>
public class GifTests
{
    [Theory]
    [InlineData(1, 3, 3, 1, false)]
    [InlineData(2, 1, 1, 1, false)]
    [InlineData(20, 28, 28, 10, false)]
    [InlineData(20, 28, 28, 3, true)]
    [InlineData(4, 211, 307, 1, true)]
    [InlineData(7, 5, 9, 7, true)]
    public void ToGif_holds_exactly_the_frames(int numSteps, int rows, int columns, int cellSize, bool hasOffSpikes)
    {
        SpikeTrain train = Moving.Train(numSteps, rows, columns, hasOffSpikes);
        AnimationOptions options = Moving.Plain with { CellSize = cellSize };
        (uint[] Pixels, int Delay)[] frames = Decode(SpikePlot.Animate(train, options).ToGif());

        Assert.Equal(numSteps, frames.Length);
        for (int step = 0; step < numSteps; step++)
            Assert.Equal(Moving.Expected(train, step, cellSize, options), frames[step].Pixels);
    }

    [Fact]
    public void ToGif_keeps_frames_that_are_alike_or_empty()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(2, 5, 1), new(3, 5, 1), new(6, 0, 1)], 8, 3, 4);
        AnimationOptions options = Moving.Plain with { CellSize = 2 };
        (uint[] Pixels, int Delay)[] frames = Decode(SpikePlot.Animate(train, options).ToGif());

        Assert.Equal(8, frames.Length);
        for (int step = 0; step < 8; step++)
            Assert.Equal(Moving.Expected(train, step, 2, options), frames[step].Pixels);
    }

    [Theory]
    [InlineData(40, new[] { 40, 40, 40, 40, 40, 40 })]
    [InlineData(20, new[] { 20, 20, 20, 20, 20, 20 })]
    [InlineData(33, new[] { 30, 40, 30, 30, 30, 40 })]
    [InlineData(1000, new[] { 1000, 1000, 1000, 1000, 1000, 1000 })]
    public void ToGif_holds_delays_that_add_up(int milliseconds, int[] delays)
    {
        Animation animation = SpikePlot.Animate(Moving.Train(6, 2, 2),
            new() { FrameDuration = TimeSpan.FromMilliseconds(milliseconds) });

        Assert.Equal(delays, from frame in Decode(animation.ToGif()) select frame.Delay);
    }

    [Fact]
    public void ToGif_refuses_frames_shorter_than_viewers_show()
    {
        Animation animation = SpikePlot.Animate(Moving.Train(2, 2, 2), new() { FrameDuration = TimeSpan.FromMilliseconds(10) });

        var error = Assert.Throws<ArgumentOutOfRangeException>("FrameDuration", () => animation.ToGif());
        Assert.Contains("show a frame for at least 20 ms", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, -1)]
    [InlineData(false, 0)]
    public void ToGif_repeats_as_the_options_say(bool loop, int repetitions)
    {
        using SKData data = SKData.CreateCopy(SpikePlot.Animate(Moving.Train(3, 4, 4), new() { Loop = loop }).ToGif());
        using SKCodec codec = SKCodec.Create(data);

        Assert.Equal(repetitions, codec.RepetitionCount);
    }

    [Fact]
    public void ToGif_holds_graded_spikes_in_colours_of_their_own()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(0, 1, 0.5f), new(0, 2, 0.01f), new(0, 3, -0.5f)], 1, 2, 3);
        uint[] pixels = Decode(SpikePlot.Animate(train, Moving.Plain with { CellSize = 1 }).ToGif())[0].Pixels;

        Assert.Equal(5, pixels.Distinct().Count());
        Assert.Equal(pixels[4], pixels[5]);
        Assert.Equal(ColorMap.Plasma[1].ToUint(), pixels[0]);
    }

    [Fact]
    public void ToGif_of_a_figure_looks_like_the_figure()
    {
        SpikeTrain train = Moving.Train(5, 1, 6);
        Animation animation = SpikePlot.AnimateSpikeCount(train, new() { Title = "Six" });
        (uint[] Pixels, int Delay)[] frames = Decode(animation.ToGif());

        Assert.Equal(5, frames.Length);
        using SKBitmap last = SpikeML.Plot.Export.PngPicture.Draw(new SpikeCountScan(train, new() { Title = "Six" }).Draw(4));
        Assert.Equal((last.Width, last.Height), (animation.Width, animation.Height));
        for (int i = 0; i < frames[4].Pixels.Length; i++)
            Assert.InRange(MedianCutDistance(frames[4].Pixels[i], (uint)last.GetPixel(i % last.Width, i / last.Width)), 0,
                3 * 24 * 24);
    }

    private static int MedianCutDistance(uint a, uint b) => SpikeML.Plot.Animations.MedianCut.Distance(a, b);

    private static (uint[] Pixels, int Delay)[] Decode(byte[] gif)
    {
        using SKData data = SKData.CreateCopy(gif);
        using SKCodec codec = SKCodec.Create(data);
        SKImageInfo info = new(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        int count = Math.Max(1, codec.FrameCount);
        var frames = new (uint[], int)[count];
        using SKBitmap canvas = new(info);
        for (int frame = 0; frame < count; frame++)
        {
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(info, canvas.GetPixels(), new SKCodecOptions(frame, frame - 1)));
            using SKPixmap pixels = canvas.PeekPixels();
            frames[frame] = (pixels.GetPixelSpan<uint>().ToArray(), codec.FrameInfo.Length > frame
                ? codec.FrameInfo[frame].Duration : 0);
        }
        return frames;
    }
}
