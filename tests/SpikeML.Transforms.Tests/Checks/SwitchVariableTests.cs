namespace SpikeML.Tests.Checks;

/// <summary>Values of variables such as CI, as people write them.</summary>
public class SwitchVariableTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("no", false)]
    [InlineData("OFF", false)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("woodpecker", true)]
    public void IsOn_reads_a_value_as_it_is_meant(string? value, bool expected) =>
        Assert.Equal(expected, SwitchVariable.IsOn(value));
}
