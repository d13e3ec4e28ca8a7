namespace SpikeML.Tests.Encoding;

/// <summary>What the tests of options share: which are accepted, and what is said about those out of range.</summary>
internal static class OptionRange
{
    public static void AssertAccepted(params SpikeCode[] codes) => Assert.All(codes, code => code.Validate());

    public static void AssertRefused(SpikeCode code, string option, object? value, string message)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(option, code.Validate);
        Assert.Equal(value, error.ActualValue);
        Assert.StartsWith($"{message} (Parameter '{option}')", error.Message, StringComparison.Ordinal);
    }
}
