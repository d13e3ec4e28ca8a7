using SkiaSharp;

namespace SpikeML.Plot.Tests.Animations;

public class FrameFolderTests
{
    private static readonly SpikeTrain Train = Moving.Train(12, 6, 5, hasOffSpikes: true);

    [Theory]
    [InlineData("frames")]
    [InlineData("frames/")]
    public void Save_writes_a_png_for_each_step(string name)
    {
        using TemporaryFolder folder = new();
        AnimationOptions options = Moving.Plain with { CellSize = 3, Colors = ColorMap.Grey };
        Train.SaveAnimation(folder.File(name), options);

        string[] files = [.. Directory.GetFiles(folder.File("frames")).Order()];
        Assert.Equal(Enumerable.Range(0, 12).Select(step => $"frame-{step:000}.png"), files.Select(Path.GetFileName));
        for (int step = 0; step < 12; step++)
        {
            using SKBitmap bitmap = SKBitmap.Decode(files[step]);
            Assert.Equal(Moving.Expected(Train, step, 3, options), bitmap.Pixels.Select(pixel => (uint)pixel));
        }
        Assert.Equal(["frames"], folder.FileNames);
    }

    [Fact]
    public void Save_replaces_frames_that_are_there()
    {
        using TemporaryFolder folder = new();
        Moving.Train(20, 2, 2).SaveAnimation(folder.File("frames"));
        Moving.Train(3, 2, 2).SaveAnimation(folder.File("frames"));

        Assert.Equal(3, Directory.GetFiles(folder.File("frames")).Length);
        Assert.Equal(["frames"], folder.FileNames);
    }

    [Fact]
    public void Save_follows_a_link_to_its_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("real"));
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("real"));
        Train.SaveAnimation(folder.File("link"));

        Assert.Equal(12, Directory.GetFiles(folder.File("real")).Length);
        Assert.NotNull(new DirectoryInfo(folder.File("link")).LinkTarget);
    }

    [Fact]
    public void Save_refuses_a_folder_with_other_files()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("frames"));
        File.WriteAllText(folder.File("frames/notes.txt"), "mine");

        var error = Assert.Throws<IOException>(() => Train.SaveAnimation(folder.File("frames")));
        Assert.Contains("it contains 'notes.txt', which would be lost", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.File("frames/notes.txt")));
    }

    [Fact]
    public void Save_says_so_when_the_folder_is_a_file()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("frames"), "mine");

        Assert.Throws<IOException>(() => Train.SaveAnimation(folder.File("frames")));
        Assert.Equal("mine", File.ReadAllText(folder.File("frames")));
    }

    [Fact]
    public void Save_says_so_when_there_is_no_folder_for_it()
    {
        using TemporaryFolder folder = new();
        Assert.Throws<DirectoryNotFoundException>(() => Train.SaveAnimation(folder.File("none/frames")));
    }
}
