namespace SpikeML.Plot.Tests.Animations;

/// <summary>What all ways of saving an animation share.</summary>
public class SavingTests
{
    private static readonly SpikeTrain Train = Moving.Train(10, 6, 6);

    public static TheoryData<string> Names => ["a.gif", "a.apng", "a.mp4", "a"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Save_writes_nothing_when_cancelled_on_its_way(string name)
    {
        SkipWithoutFfmpeg(name);
        using TemporaryFolder folder = new();
        Train.SaveAnimation(folder.File(name));
        byte[] before = Content(folder.File(name));
        using CancellationTokenSource cancellation = new();

        Assert.Throws<OperationCanceledException>(() => Moving.Train(10, 6, 6, seed: 5)
            .SaveAnimation(folder.File(name), null, new Reporter(_ => cancellation.Cancel()), cancellation.Token));
        Assert.Equal(before, Content(folder.File(name)));
        Assert.Equal([name], folder.FileNames);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Save_leaves_what_was_there_when_something_fails(string name)
    {
        SkipWithoutFfmpeg(name);
        using TemporaryFolder folder = new();
        Train.SaveAnimation(folder.File(name));
        byte[] before = Content(folder.File(name));

        Assert.Throws<InvalidDataException>(() => Moving.Train(10, 6, 6, seed: 5)
            .SaveAnimation(folder.File(name), null, new Reporter(share =>
                { if (share > 0.5) throw new InvalidDataException(); })));
        Assert.Equal(before, Content(folder.File(name)));
        Assert.Equal([name], folder.FileNames);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Save_tells_how_far_it_is(string name)
    {
        SkipWithoutFfmpeg(name);
        using TemporaryFolder folder = new();
        List<double> shares = [];
        Train.SaveAnimation(folder.File(name), null, new Reporter(shares.Add));

        Assert.Equal(Enumerable.Range(1, 10).Select(frame => frame / 10.0), shares);
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.gif")]
    public void Save_does_nothing_when_cancelled_before(string name)
    {
        using TemporaryFolder folder = new();
        Assert.Throws<OperationCanceledException>(() => Train.SaveAnimation(folder.File(name), null, null,
            new CancellationToken(canceled: true)));
        Assert.Empty(folder.FileNames);
    }

    [Fact]
    public void Save_refuses_an_unknown_extension()
    {
        var error = Assert.Throws<ArgumentException>(() => Train.SaveAnimation("a.avi"));
        Assert.Contains("Known extensions are .gif, .apng, .png, .mp4, .html, .htm, and none for a folder of frames.",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Animate_refuses_cells_of_other_sizes(int cellSize) =>
        Assert.Throws<ArgumentOutOfRangeException>("CellSize", () => SpikePlot.Animate(Train, new() { CellSize = cellSize }));

    [Fact]
    public void Animate_refuses_more_pixels_than_can_be_drawn() =>
        Assert.Throws<ArgumentOutOfRangeException>("CellSize", () =>
            SpikePlot.Animate(SpikeTrain.FromEvents([], 1, 200, 200), new() { CellSize = 1000 }));

    [Theory]
    [InlineData(0)]
    [InlineData(3_600_001)]
    public void Animate_refuses_frames_of_other_durations(double milliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>("FrameDuration",
            () => SpikePlot.Animate(Train, new() { FrameDuration = TimeSpan.FromMilliseconds(milliseconds) }));

    [Theory]
    [InlineData(new[] { 28, 28 }, 280, 280)]
    [InlineData(new[] { 1, 28, 28 }, 280, 280)]
    [InlineData(new[] { 2, 10, 10 }, 273, 130)]
    [InlineData(new[] { 9 }, 279, 279)]
    [InlineData(new[] { 10 }, 280, 112)]
    [InlineData(new[] { 97 }, 280, 280)]
    [InlineData(new int[0], 280, 280)]
    [InlineData(new[] { 400, 500 }, 500, 400)]
    public void Animate_gives_neurons_places_for_any_shape(int[] shape, int width, int height)
    {
        Animation animation = SpikePlot.Animate(SpikeTrain.FromEvents([], 3, shape), Moving.Plain);

        Assert.Equal((width, height, 3), (animation.Width, animation.Height, animation.FrameCount));
    }

    private static void SkipWithoutFfmpeg(string name)
    {
        if (name.EndsWith(".mp4", StringComparison.Ordinal))
            Tool.SkipUnlessFound("ffmpeg");
    }

    private static byte[] Content(string path) => Directory.Exists(path)
        ? [.. Directory.GetFiles(path).Order().SelectMany(File.ReadAllBytes)]
        : File.ReadAllBytes(path);

    private sealed class Reporter(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
