using System.Runtime.InteropServices;

namespace SpikeML.Plot.Tests.Animations;

public class Mp4Tests
{
    [Theory]
    [InlineData(10, 28, 28, 10, 280, 280)]
    [InlineData(7, 5, 9, 7, 64, 36)]
    [InlineData(1, 3, 3, 5, 16, 16)]
    public async Task Save_makes_a_film_of_even_size_with_a_frame_for_each_step(int numSteps, int rows, int columns,
        int cellSize, int width, int height)
    {
        Tool.SkipUnlessFound("ffmpeg");
        using TemporaryFolder folder = new();
        Moving.Train(numSteps, rows, columns).SaveAnimation(folder.File("a.mp4"), Moving.Plain with { CellSize = cellSize });

        string found = await Tool.Print("ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0",
            "-show_entries", "stream=codec_name,width,height,pix_fmt,r_frame_rate,nb_read_frames", "-of", "csv=p=0",
                folder.File("a.mp4"));
        Assert.Equal($"h264,{width},{height},yuv420p,25/1,{numSteps}", found);
        Assert.Equal(["a.mp4"], folder.FileNames);
    }

    [Fact]
    public async Task Save_makes_frames_that_look_like_the_spikes()
    {
        Tool.SkipUnlessFound("ffmpeg");
        using TemporaryFolder folder = new();
        SpikeTrain train = Moving.Train(6, 8, 8);
        AnimationOptions options = Moving.Plain with { CellSize = 16, Colors = ColorMap.Grey };
        train.SaveAnimation(folder.File("a.mp4"), options);

        (_, byte[] output, _) = await Tool.Run("ffmpeg", "-v", "error", "-i", folder.File("a.mp4"), "-f", "rawvideo", "-pix_fmt",
            "bgra", "-");
        uint[] pixels = MemoryMarshal.Cast<byte, uint>(output).ToArray();
        for (int step = 0; step < 6; step++)
        {
            uint[] expected = Moving.Expected(train, step, 16, options);
            // The middle of each cell is as light as it should be: edges are blurred.
            for (int cell = 0; cell < 64; cell++)
            {
                int middle = (cell / 8 * 16 + 8) * 128 + cell % 8 * 16 + 8;
                Assert.InRange((int)(byte)pixels[step * expected.Length + middle] - (byte)expected[middle], -40, 40);
            }
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    public async Task Save_makes_frames_in_the_colours_of_the_spikes(int cellSize)
    {
        Tool.SkipUnlessFound("ffmpeg");
        using TemporaryFolder folder = new();
        SpikeTrain train = Moving.Train(4, 5, 5, hasOffSpikes: true);
        train.SaveAnimation(folder.File("a.mp4"), Moving.Plain with { CellSize = cellSize });

        (_, byte[] output, _) = await Tool.Run("ffmpeg", "-v", "error", "-i", folder.File("a.mp4"), "-f", "rawvideo", "-pix_fmt",
            "bgra", "-");
        uint[] pixels = MemoryMarshal.Cast<byte, uint>(output).ToArray();
        int width = (5 * cellSize + 1) / 2 * 2;
        for (int step = 0; step < 4; step++)
        {
            uint[] expected = Moving.Expected(train, step, 1, new());
            for (int cell = 0; cell < 25; cell++)
            {
                int middle = (cell / 5 * cellSize + cellSize / 2) * width + cell % 5 * cellSize + cellSize / 2;
                uint found = pixels[step * width * width + middle];
                for (int channel = 0; channel < 24; channel += 8)
                    Assert.InRange((int)(byte)(found >> channel) - (byte)(expected[cell] >> channel), -40, 40);
            }
        }
    }

    [Fact]
    public void Save_says_what_to_do_when_there_is_no_ffmpeg()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("a.mp4"), "old");

        var error = Assert.Throws<NotSupportedException>(() =>
            Moving.Train(3, 2, 2).SaveAnimation(folder.File("a.mp4"), new() { Ffmpeg = folder.File("no-ffmpeg") }));
        Assert.Contains("Install ffmpeg", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.File("a.mp4")));
        Assert.Equal(["a.mp4"], folder.FileNames);
    }

    [Theory]
    [InlineData("echo 'the words of ffmpeg' >&2; exit 3", 3)]
    [InlineData("head -c 1000 >/dev/null; echo half a film > \"$(eval echo \\$$#)\"; echo 'the words of ffmpeg' >&2; exit 3", 3)]
    [InlineData("cat >/dev/null; echo 'the words of ffmpeg' >&2; exit 3", 3)]
    [InlineData("cat >/dev/null; echo half a film > \"$(eval echo \\$$#)\"; echo 'the words of ffmpeg' >&2", 0)]
    public void Save_tells_what_ffmpeg_says_when_it_fails(string lines, int exitCode)
    {
        using TemporaryFolder folder = new();
        using TemporaryFolder programs = new();
        File.WriteAllText(folder.File("a.mp4"), "old");
        string ffmpeg = Tool.Script(programs, "ffmpeg", lines);

        var error = Assert.Throws<IOException>(() => Moving.Train(50, 28, 28)
            .SaveAnimation(folder.File("a.mp4"), new() { Ffmpeg = ffmpeg }));
        Assert.Contains($"exit code {exitCode}: the words of ffmpeg", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.File("a.mp4")));
        Assert.Equal(["a.mp4"], folder.FileNames);
    }
}
