namespace SpikeML.Tests.Encoding.PoissonIntervals;

public class PoissonIntervalEncodingOptionsTests
{
    public static TheoryData<PoissonIntervalEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { StepMilliseconds = 0 }, "StepMilliseconds", 0.0, "StepMilliseconds must be a finite number above 0." },
        { new() { StepMilliseconds = -1 }, "StepMilliseconds", -1.0, "StepMilliseconds must be a finite number above 0." },
        { new() { StepMilliseconds = double.NaN }, "StepMilliseconds", double.NaN,
            "StepMilliseconds must be a finite number above 0." },
        { new() { StepMilliseconds = 1e39 }, "StepMilliseconds", 1e39, "StepMilliseconds must be a finite number above 0." },
        { new() { Gain = 0 }, "Gain", 0.0, "Gain must be a finite number above 0." },
        { new() { Gain = -1 }, "Gain", -1.0, "Gain must be a finite number above 0." },
        { new() { Gain = double.NaN }, "Gain", double.NaN, "Gain must be a finite number above 0." },
        { new() { Gain = 1e39 }, "Gain", 1e39, "Gain must be a finite number above 0." },
        { new() { Intervals = (PoissonIntervalDistribution)(-1) }, "Intervals", (PoissonIntervalDistribution)(-1),
            "Intervals must be Poisson or Exponential." },
        { new() { Intervals = (PoissonIntervalDistribution)2 }, "Intervals", (PoissonIntervalDistribution)2,
            "Intervals must be Poisson or Exponential." },
        { new() { RowKeyColumnName = "" }, "RowKeyColumnName", "", "RowKeyColumnName must be the name of a column, or null." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        PoissonIntervalEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new PoissonIntervalEncodingOptions { NumSteps = 1 },
        new PoissonIntervalEncodingOptions { StepMilliseconds = double.Epsilon },
        new PoissonIntervalEncodingOptions { StepMilliseconds = float.MaxValue },
        new PoissonIntervalEncodingOptions { Gain = double.Epsilon },
        new PoissonIntervalEncodingOptions { Gain = float.MaxValue },
        new PoissonIntervalEncodingOptions { Intervals = PoissonIntervalDistribution.Poisson },
        new PoissonIntervalEncodingOptions { Intervals = PoissonIntervalDistribution.Exponential },
        new PoissonIntervalEncodingOptions { RowKeyColumnName = "Row" },
        new PoissonIntervalEncodingOptions { RowKeyColumnName = null });

    [Fact]
    public void Limits_end_where_neurons_fire_at_every_step() => Assert.Equal(
        new ValueLimits(0, 250, "such neurons fire at every step"),
        new PoissonIntervalEncodingOptions { Gain = 2, StepMilliseconds = 2 }.Limits);
}
