namespace SpikeML.Tests.Encoding.Population;

public class PopulationRateEncodingOptionsTests
{
    public static TheoryData<PopulationRateEncodingOptions, string, object?, string> OutOfRange => new()
    {
        { new() { NumSteps = 0 }, "NumSteps", 0, "NumSteps must be at least 1." },
        { new() { NumFields = 2 }, "NumFields", 2, "NumFields must be 3 to 1024." },
        { new() { NumFields = 1_025 }, "NumFields", 1025, "NumFields must be 3 to 1024." },
        { new() { Range = new(1, 0) }, "Range", new ValueRange(1, 0),
            "Range must have finite ends, the highest at least as large as the lowest." },
        { new() { Range = new(0, 1e39) }, "Range", new ValueRange(0, 1e39),
            "Range must have finite ends, the highest at least as large as the lowest." },
        { new() { WidthFactor = 0 }, "WidthFactor", 0.0, "WidthFactor must be a finite number above 0." },
        { new() { WidthFactor = -1 }, "WidthFactor", -1.0, "WidthFactor must be a finite number above 0." },
        { new() { WidthFactor = double.NaN }, "WidthFactor", double.NaN, "WidthFactor must be a finite number above 0." },
        { new() { WidthFactor = 1e39 }, "WidthFactor", 1e39, "WidthFactor must be a finite number above 0." },
        { new() { RowKeyColumnName = "" }, "RowKeyColumnName", "", "RowKeyColumnName must be the name of a column, or null." },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_names_the_option_its_value_and_its_range(
        PopulationRateEncodingOptions options, string option, object? value, string message) =>
        OptionRange.AssertRefused(options, option, value, message);

    [Fact]
    public void Validate_accepts_the_ends_of_each_range() => OptionRange.AssertAccepted(
        new PopulationRateEncodingOptions { NumSteps = 1 }, new PopulationRateEncodingOptions { NumFields = 3 },
        new PopulationRateEncodingOptions { NumFields = 1024 }, new PopulationRateEncodingOptions { Range = new(3, 3) },
        new PopulationRateEncodingOptions { WidthFactor = double.Epsilon },
        new PopulationRateEncodingOptions { WidthFactor = float.MaxValue },
        new PopulationRateEncodingOptions { RowKeyColumnName = "Row" },
        new PopulationRateEncodingOptions { RowKeyColumnName = null });
}
