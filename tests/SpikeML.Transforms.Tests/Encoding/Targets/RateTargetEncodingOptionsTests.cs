namespace SpikeML.Tests.Encoding.Targets;

public class RateTargetEncodingOptionsTests
{
    public static TheoryData<RateTargetEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { NumClasses = 0 }, "NumClasses", 0, "NumClasses must be at least 1." },
        { new() { CorrectRate = -1e-9 }, "CorrectRate", -1e-9, "CorrectRate must be 0 to 1." },
        { new() { CorrectRate = 1.0001 }, "CorrectRate", 1.0001, "CorrectRate must be 0 to 1." },
        { new() { CorrectRate = double.NaN }, "CorrectRate", double.NaN, "CorrectRate must be 0 to 1." },
        { new() { CorrectRate = 0.5, IncorrectRate = -1e-9 }, "IncorrectRate", -1e-9,
            "IncorrectRate must be 0 to CorrectRate (0.5)." },
        { new() { CorrectRate = 0.5, IncorrectRate = 0.51 }, "IncorrectRate", 0.51,
            "IncorrectRate must be 0 to CorrectRate (0.5)." },
        { new() { CorrectRate = 0.5, IncorrectRate = double.NaN }, "IncorrectRate", double.NaN,
            "IncorrectRate must be 0 to CorrectRate (0.5)." },
        { new() { NumSteps = 5, FirstSpikeTime = -1 }, "FirstSpikeTime", -1, "FirstSpikeTime must be 0 to NumSteps (5)." },
        { new() { NumSteps = 5, FirstSpikeTime = 6 }, "FirstSpikeTime", 6, "FirstSpikeTime must be 0 to NumSteps (5)." },
        { new() { OnTarget = double.NaN }, "OnTarget", double.NaN, "OnTarget must be a finite number in single precision." },
        { new() { OnTarget = -1e39 }, "OnTarget", -1e39, "OnTarget must be a finite number in single precision." },
        { new() { OffTarget = double.NaN }, "OffTarget", double.NaN, "OffTarget must be a finite number in single precision." },
        { new() { OffTarget = -1e39 }, "OffTarget", -1e39, "OffTarget must be a finite number in single precision." },
        { new() { FiringPattern = (FiringPattern)(-1) }, "FiringPattern", (FiringPattern)(-1),
            "FiringPattern must be Regular, Uniform or Poisson." },
        { new() { FiringPattern = (FiringPattern)3 }, "FiringPattern", (FiringPattern)3,
            "FiringPattern must be Regular, Uniform or Poisson." },
        { new() { RowKeyColumnName = "" }, "RowKeyColumnName", "", "RowKeyColumnName must be the name of a column, or null." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        RateTargetEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new RateTargetEncodingOptions { NumSteps = 1 }, new RateTargetEncodingOptions { NumClasses = 1 },
        new RateTargetEncodingOptions { CorrectRate = 0 }, new RateTargetEncodingOptions { CorrectRate = 1 },
        new RateTargetEncodingOptions { CorrectRate = 0.5, IncorrectRate = 0 },
        new RateTargetEncodingOptions { CorrectRate = 0.5, IncorrectRate = 0.5 },
        new RateTargetEncodingOptions { NumSteps = 5, FirstSpikeTime = 0 },
        new RateTargetEncodingOptions { NumSteps = 5, FirstSpikeTime = 5 },
        new RateTargetEncodingOptions { OnTarget = -float.MaxValue },
        new RateTargetEncodingOptions { OnTarget = float.MaxValue },
        new RateTargetEncodingOptions { OffTarget = -float.MaxValue },
        new RateTargetEncodingOptions { OffTarget = float.MaxValue },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Uniform },
        new RateTargetEncodingOptions { FiringPattern = FiringPattern.Poisson },
        new RateTargetEncodingOptions { RowKeyColumnName = "Row" }, new RateTargetEncodingOptions { RowKeyColumnName = null });
}
