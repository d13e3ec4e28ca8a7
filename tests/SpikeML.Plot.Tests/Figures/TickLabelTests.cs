namespace SpikeML.Plot.Tests.Figures;

public class TickLabelTests
{
    [Theory]
    [InlineData(0.1, 0.05, "0.10")]
    [InlineData(0, 0.05, "0.00")]
    [InlineData(-1e-20, 0.05, "0.00")]
    [InlineData(-0.25, 0.05, "−0.25")]
    [InlineData(-12_000, 1000, "−12,000")]
    [InlineData(2.5, 2.5, "2.5")]
    [InlineData(1234, 1, "1234")]
    [InlineData(3e-9, 1e-9, "3×10⁻⁹")]
    [InlineData(-1.5e-9, 5e-10, "−1.5×10⁻⁹")]
    [InlineData(0, 1e-9, "0")]
    [InlineData(2e9, 5e8, "2×10⁹")]
    [InlineData(1e12, 1e11, "1×10¹²")]
    [InlineData(double.NegativeInfinity, 1, "−∞")]
    [InlineData(double.NaN, 1, "NaN")]
    public void ToStep_has_the_decimals_of_the_step_and_a_true_minus(double value, double step, string text) =>
        Assert.Equal(text, TickLabel.ToStep(value, step));

    [Theory]
    [InlineData(1e-9)]
    [InlineData(2.5e-7)]
    [InlineData(1e-4)]
    [InlineData(0.2)]
    [InlineData(5e6)]
    public void ToStep_tells_successive_ticks_apart(double step)
    {
        string[] labels = [.. Enumerable.Range(-5, 11).Select(tick => TickLabel.ToStep(tick * step, step))];

        Assert.Equal(labels.Distinct(), labels);
    }

    [Theory]
    [InlineData("V", 0.07, "mV", 1e-3)]
    [InlineData("V", 1, "V", 1)]
    [InlineData("A", 2e-9, "nA", 1e-9)]
    [InlineData("Hz", 5000, "kHz", 1e3)]
    [InlineData("V", 0, "V", 1)]
    [InlineData("V", double.NaN, "V", 1)]
    public void Unit_has_the_prefix_that_suits(string unit, double largest, string name, double size) =>
        Assert.Equal(new SiUnit(name, size), SiUnit.Of(unit, largest));
}
