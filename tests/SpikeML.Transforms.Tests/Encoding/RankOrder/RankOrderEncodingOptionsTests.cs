namespace SpikeML.Tests.Encoding.RankOrder;

public class RankOrderEncodingOptionsTests
{
    public static TheoryData<RankOrderEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { Modulation = 0 }, "Modulation", 0.0, "Modulation must be above 0 and below 1." },
        { new() { Modulation = 1 }, "Modulation", 1.0, "Modulation must be above 0 and below 1." },
        { new() { Modulation = -1 }, "Modulation", -1.0, "Modulation must be above 0 and below 1." },
        { new() { Modulation = double.NaN }, "Modulation", double.NaN, "Modulation must be above 0 and below 1." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        RankOrderEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new RankOrderEncodingOptions { NumSteps = 1 }, new RankOrderEncodingOptions { Modulation = double.Epsilon },
        new RankOrderEncodingOptions { Modulation = double.BitDecrement(1) });
}
