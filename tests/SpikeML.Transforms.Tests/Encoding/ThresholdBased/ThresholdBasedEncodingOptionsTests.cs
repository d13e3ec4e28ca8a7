namespace SpikeML.Tests.Encoding.ThresholdBased;

public class ThresholdBasedEncodingOptionsTests
{
    public static TheoryData<ThresholdBasedEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { MaxFitRows = 0 }, "MaxFitRows", 0, "MaxFitRows must be at least 1." },
        { new() { Factor = -1e-9 }, "Factor", -1e-9, "Factor must be 0 to 3." },
        { new() { Factor = 3.0001 }, "Factor", 3.0001, "Factor must be 0 to 3." },
        { new() { Factor = double.NaN }, "Factor", double.NaN, "Factor must be 0 to 3." },
        { new() { Threshold = 0 }, "Threshold", 0.0, "Threshold must be a finite number above 0." },
        { new() { Threshold = -1 }, "Threshold", -1.0, "Threshold must be a finite number above 0." },
        { new() { Threshold = double.NaN }, "Threshold", double.NaN, "Threshold must be a finite number above 0." },
        { new() { Threshold = 1e39 }, "Threshold", 1e39, "Threshold must be a finite number above 0." },
        { new() { Factor = 1, Threshold = 1 }, "Factor", 1.0, "Set Factor or Threshold, not both." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        ThresholdBasedEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new ThresholdBasedEncodingOptions { MaxFitRows = 1 }, new ThresholdBasedEncodingOptions { Factor = 0 },
        new ThresholdBasedEncodingOptions { Factor = 3 }, new ThresholdBasedEncodingOptions { Threshold = double.Epsilon },
        new ThresholdBasedEncodingOptions { Threshold = float.MaxValue });

    [Fact]
    public void Candidates_are_in_range_where_changes_are_as_large_as_single_precision_holds()
    {
        SeriesStatistics statistics = FittedSeries.Of([-1.7e38f, 1.7e38f, -1.7e38f, 1.7e38f, 1.7e38f]);
        FittedSeriesCode[] candidates = [.. new ThresholdBasedEncodingOptions().Candidates(statistics)];
        Assert.InRange(candidates.Length, 60, 119);
        OptionRange.AssertAccepted(candidates);
    }

    [Fact]
    public void A_factor_is_written_and_read()
    {
        ThresholdBasedEncodingOptions code = new() { Factor = 1.5 };
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            code.Save(writer);
        stream.Position = 0;
        Assert.Equal(code, ThresholdBasedEncodingOptions.Load(new BinaryReader(stream)));
    }
}
