namespace SpikeML.Tests.Encoding.LifCurrent;

public class LifCurrentEncodingOptionsTests
{
    public static TheoryData<LifCurrentEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { StepSeconds = 0 }, "StepSeconds", 0.0, "StepSeconds must be a finite number above 0." },
        { new() { StepSeconds = double.NaN }, "StepSeconds", double.NaN, "StepSeconds must be a finite number above 0." },
        { new() { StepSeconds = 0.02 }, "StepSeconds", 0.02,
            "StepSeconds must be at most 1 / MembraneRate (0.01), or the membrane overshoots." },
        { new() { MembraneRate = 0 }, "MembraneRate", 0.0, "MembraneRate must be a finite number above 0." },
        { new() { MembraneRate = -1 }, "MembraneRate", -1.0, "MembraneRate must be a finite number above 0." },
        { new() { MembraneRate = 2000 }, "StepSeconds", 0.001,
            "StepSeconds must be at most 1 / MembraneRate (0.0005), or the membrane overshoots." },
        { new() { LeakPotential = double.NaN }, "LeakPotential", double.NaN,
            "LeakPotential must be a finite number in single precision." },
        { new() { ResetPotential = -1e39 }, "ResetPotential", -1e39,
            "ResetPotential must be a finite number in single precision." },
        { new() { ResetPotential = 0.5, Threshold = 0.5 }, "Threshold", 0.5,
            "Threshold must be above ResetPotential (0.5)." },
        { new() { Threshold = double.PositiveInfinity }, "Threshold", double.PositiveInfinity,
            "Threshold must be a finite number." },
        { new() { Threshold = double.NaN }, "Threshold", double.NaN, "Threshold must be a finite number." },
        { new() { Gain = double.NegativeInfinity }, "Gain", double.NegativeInfinity,
            "Gain must be a finite number in single precision." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        LifCurrentEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new LifCurrentEncodingOptions { NumSteps = 1 },
        new LifCurrentEncodingOptions { StepSeconds = double.Epsilon }, new LifCurrentEncodingOptions { StepSeconds = 0.01 },
        new LifCurrentEncodingOptions { MembraneRate = double.Epsilon }, new LifCurrentEncodingOptions { MembraneRate = 1000 },
        new LifCurrentEncodingOptions { LeakPotential = -float.MaxValue },
        new LifCurrentEncodingOptions { ResetPotential = -float.MaxValue, Threshold = -1 },
        new LifCurrentEncodingOptions { ResetPotential = 0.5, Threshold = double.BitIncrement(0.5) },
        new LifCurrentEncodingOptions { Gain = 0 }, new LifCurrentEncodingOptions { Gain = -float.MaxValue });

    [Fact]
    public void SilenceRemedy_names_the_gain() =>
        Assert.EndsWith("or raise Gain.", new LifCurrentEncodingOptions().SilenceRemedy, StringComparison.Ordinal);
}
