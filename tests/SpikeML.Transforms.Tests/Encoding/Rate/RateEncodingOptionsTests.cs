namespace SpikeML.Tests.Encoding.Rate;

public class RateEncodingOptionsTests
{
    public static TheoryData<RateEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { Gain = double.NaN }, "Gain", double.NaN, "Gain must be a finite number in single precision." },
        { new() { Gain = -1e39 }, "Gain", -1e39, "Gain must be a finite number in single precision." },
        { new() { Offset = double.NaN }, "Offset", double.NaN, "Offset must be a finite number in single precision." },
        { new() { Offset = -1e39 }, "Offset", -1e39, "Offset must be a finite number in single precision." },
        { new() { NumSteps = 5, FirstSpikeTime = -1 }, "FirstSpikeTime", -1, "FirstSpikeTime must be 0 to NumSteps - 1 (4)." },
        { new() { NumSteps = 5, FirstSpikeTime = 5 }, "FirstSpikeTime", 5, "FirstSpikeTime must be 0 to NumSteps - 1 (4)." },
        { new() { TimeVarying = true, FirstSpikeTime = -1 }, "FirstSpikeTime", -1, "FirstSpikeTime must be at least 0." },
        { new() { RowKeyColumnName = "" }, "RowKeyColumnName", "", "RowKeyColumnName must be the name of a column, or null." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        RateEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new RateEncodingOptions { NumSteps = 1 }, new RateEncodingOptions { Gain = -float.MaxValue },
        new RateEncodingOptions { Gain = float.MaxValue }, new RateEncodingOptions { Offset = -float.MaxValue },
        new RateEncodingOptions { Offset = float.MaxValue }, new RateEncodingOptions { NumSteps = 5, FirstSpikeTime = 0 },
        new RateEncodingOptions { NumSteps = 5, FirstSpikeTime = 4 },
        new RateEncodingOptions { TimeVarying = true, FirstSpikeTime = 500 },
        new RateEncodingOptions { RowKeyColumnName = "Row" }, new RateEncodingOptions { RowKeyColumnName = null });

    [Fact]
    public void Limits_end_where_neurons_fire_at_every_step_or_never() => Assert.Equal(
        new ValueLimits(-0.125, 0.125, "such neurons fire at every step or never") { FollowGain = true },
        new RateEncodingOptions { Gain = 4, Offset = 0.5 }.Limits);

    [Fact]
    public void A_time_varying_code_keeps_the_names_of_slots_unless_silent_steps_precede_them()
    {
        RateEncodingOptions code = new() { TimeVarying = true };
        Assert.Equal((ColumnNames.OfSlots, ColumnNames.OfNeurons), (code.Notes.SlotNames, code.Notes.NeuronNames));
        ColumnNotes late = (code with { FirstSpikeTime = 1 }).Notes;
        Assert.Equal((null, ColumnNames.OfNeurons), (late.SlotNames, late.NeuronNames));
        ColumnNotes repeated = (code with { TimeVarying = false }).Notes;
        Assert.Equal((null, ColumnNames.OfSlots), (repeated.SlotNames, repeated.NeuronNames));
    }

    [Fact]
    public void TimeVaryingSteps_adds_the_silent_steps_as_long_as_there_are_such_numbers()
    {
        RateEncodingOptions code = new() { TimeVarying = true, FirstSpikeTime = int.MaxValue - 4 };
        Assert.Equal(int.MaxValue, code.TimeVaryingSteps(4));
        Assert.StartsWith("FirstSpikeTime plus the 5 steps of the input must be at most 2147483647.",
            Assert.Throws<ArgumentOutOfRangeException>("FirstSpikeTime", () => code.TimeVaryingSteps(5)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void CheckTimeVaryingSteps_says_why_the_number_of_steps_cannot_be_right() => Assert.StartsWith(
        "With TimeVarying the input sets the number of steps, and 7 values do not divide into 3 steps. Leave NumSteps unset.",
        Assert.Throws<ArgumentOutOfRangeException>("NumSteps", () =>
            new RateEncodingOptions { TimeVarying = true, NumSteps = 3 }.CheckTimeVaryingSteps(7)).Message,
        StringComparison.Ordinal);
}
