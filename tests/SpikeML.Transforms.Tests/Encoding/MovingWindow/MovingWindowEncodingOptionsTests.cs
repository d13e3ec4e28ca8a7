namespace SpikeML.Tests.Encoding.MovingWindow;

public class MovingWindowEncodingOptionsTests
{
    public static TheoryData<MovingWindowEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { MaxFitRows = 0 }, "MaxFitRows", 0, "MaxFitRows must be at least 1." },
        { new() { Threshold = 0 }, "Threshold", 0.0, "Threshold must be a finite number above 0." },
        { new() { Threshold = 1e39 }, "Threshold", 1e39, "Threshold must be a finite number above 0." },
        { new() { Window = 0 }, "Window", 0, "Window must be 1 to 1024." },
        { new() { Window = 1025 }, "Window", 1025, "Window must be 1 to 1024." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        MovingWindowEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new MovingWindowEncodingOptions { MaxFitRows = 1 }, new MovingWindowEncodingOptions { Threshold = double.Epsilon },
        new MovingWindowEncodingOptions { Window = 1 }, new MovingWindowEncodingOptions { Window = 1024 });

    [Fact]
    public void Candidates_are_all_pairs_of_thresholds_and_windows()
    {
        MovingWindowEncodingOptions[] candidates = Candidates(new());
        Assert.Equal(59 * 15, candidates.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 15).Select(half => (int?)(2 * half)), candidates[..15].Select(code => code.Window));
        Assert.Equal([2, 60], [candidates[0].Threshold!.Value, candidates[^1].Threshold!.Value], Near);
    }

    [Fact]
    public void Candidates_keep_what_is_given()
    {
        Assert.All(Candidates(new() { Window = 7 }), code => Assert.Equal(7, code.Window));
        Assert.All(Candidates(new() { Threshold = 0.3 }), code => Assert.Equal(0.3, code.Threshold));
    }

    private static MovingWindowEncodingOptions[] Candidates(MovingWindowEncodingOptions options) =>
        [.. options.Candidates(FittedSeries.Of([-50, 50])).Cast<MovingWindowEncodingOptions>()];

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;

    [Fact]
    public void IsOpen_until_threshold_and_window_are_given()
    {
        Assert.True(new MovingWindowEncodingOptions().IsOpen);
        Assert.True(new MovingWindowEncodingOptions { Window = 5 }.IsOpen);
        Assert.True(new MovingWindowEncodingOptions { Threshold = 0.5 }.IsOpen);
        Assert.False(new MovingWindowEncodingOptions { Threshold = 0.5, Window = 5 }.IsOpen);
    }
}
