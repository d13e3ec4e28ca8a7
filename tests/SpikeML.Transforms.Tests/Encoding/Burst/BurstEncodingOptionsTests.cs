namespace SpikeML.Tests.Encoding.Burst;

public class BurstEncodingOptionsTests
{
    public static TheoryData<BurstEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { NumSteps = 0, MaxSpikes = 1 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { MaxSpikes = 0 }, "MaxSpikes", 0, "MaxSpikes must be 1 to 1,048,576." },
        { new() { NumSteps = 1 << 21, MaxSpikes = (1 << 20) + 1, MinGap = 0, MaxGap = 0 }, "MaxSpikes", (1 << 20) + 1,
            "MaxSpikes must be 1 to 1,048,576." },
        { new() { MinGap = -1 }, "MinGap", -1, "MinGap must be at least 0." },
        { new() { MaxSpikes = 1, MinGap = -1 }, "MinGap", -1, "MinGap must be at least 0." },
        { new() { MinGap = 4, MaxGap = 3 }, "MaxGap", 3, "MaxGap must be at least MinGap (4)." },
        { new() { MaxSpikes = 1, MinGap = 4, MaxGap = 3 }, "MaxGap", 3, "MaxGap must be at least MinGap (4)." },
        { new() { NumSteps = 21, MaxSpikes = 5, MinGap = 2, MaxGap = 10 }, "NumSteps", 21,
            "NumSteps must be at least 22 for the longest burst to fit." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        BurstEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new BurstEncodingOptions { NumSteps = 1, MaxSpikes = 1 },
        new BurstEncodingOptions { NumSteps = 1 << 20, MaxSpikes = 1 << 20, MinGap = 0, MaxGap = 0 },
        new BurstEncodingOptions { MinGap = 0, MaxGap = 0 }, new BurstEncodingOptions { MinGap = 3, MaxGap = 3 });
}
