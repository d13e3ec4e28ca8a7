using SpikeML.Plot.Rendering;

namespace SpikeML.Plot.Tests.Rendering;

public class SvgTextTests
{
    // Attributes cannot hold half a pair.
    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "plain", "plain" },
        { "a\0b\u0001", "a\uFFFDb\uFFFD" },
        { "\uD83D\uDE00", "\uD83D\uDE00" },
        { "\uD83D", "\uFFFD" },
        { "\uDE00x", "\uFFFDx" },
        { "\uFFFE", "\uFFFD" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Valid_replaces_what_XML_cannot_hold(string text, string expected) => Assert.Equal(expected, SvgText.Valid(text));
}
