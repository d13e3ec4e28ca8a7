using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Animations;

/// <summary>Animated PNG files, read by ffmpeg's decoder and, for the first frame, by Skia's.</summary>
public class ApngTests
{
    [Theory]
    [InlineData(20, 28, 28, 10, false)]
    [InlineData(20, 28, 28, 3, true)]
    [InlineData(4, 61, 87, 1, true)]
    [InlineData(3, 1, 1, 1, false)]
    public async Task ToApng_holds_exactly_the_frames(int numSteps, int rows, int columns, int cellSize, bool hasOffSpikes)
    {
        using TemporaryFolder folder = new();
        SpikeTrain train = Moving.Train(numSteps, rows, columns, hasOffSpikes);
        AnimationOptions options = Moving.Plain with { CellSize = cellSize };
        SpikePlot.Animate(train, options).Save(folder.File("a.apng"));

        (int exitCode, byte[] output, string errors) = await Tool.Run("ffmpeg", "-v", "error", "-i", folder.File("a.apng"),
            "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "bgra", "-");
        Assert.True(exitCode == 0, errors);
        uint[] pixels = MemoryMarshal.Cast<byte, uint>(output).ToArray();
        int size = pixels.Length / numSteps;
        for (int step = 0; step < numSteps; step++)
            Assert.Equal(Moving.Expected(train, step, cellSize, options), pixels[(step * size)..((step + 1) * size)]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(7)]
    [InlineData(2500)]
    public async Task ToApng_holds_the_delays(int milliseconds)
    {
        using TemporaryFolder folder = new();
        Moving.Train(5, 4, 4).SaveAnimation(folder.File("a.png"),
            new() { FrameDuration = TimeSpan.FromMilliseconds(milliseconds) });

        string durations = await Tool.Print("ffprobe", "-v", "error", "-f", "apng", "-show_entries", "packet=pts_time", "-of",
            "csv=p=0", folder.File("a.png"));
        double[] times = [.. durations.Split('\n', StringSplitOptions.TrimEntries).Select(time =>
            double.Parse(time.Trim(','), CultureInfo.InvariantCulture))];
        Assert.Equal(5, times.Length);
        for (int frame = 0; frame < 5; frame++)
            Assert.Equal(frame * milliseconds / 1000.0, times[frame], 0.0011 * frame + 1e-9);
    }

    [Fact]
    public void ToApng_is_a_png_of_the_first_frame_to_other_viewers()
    {
        SpikeTrain train = Moving.Train(3, 8, 9, hasOffSpikes: true);
        AnimationOptions options = Moving.Plain with { CellSize = 4 };
        using SKBitmap bitmap = SKBitmap.Decode(SpikePlot.Animate(train, options).ToApng());

        Assert.Equal((36, 32), (bitmap.Width, bitmap.Height));
        Assert.Equal(Moving.Expected(train, 0, 4, options), bitmap.Pixels.Select(pixel => (uint)pixel));
    }

    [Fact]
    public void ToApng_of_pictures_stays_small() =>
        Assert.InRange(SpikePlot.Animate(Moving.Train(100, 28, 28)).ToApng().Length, 1, 60_000);
}
