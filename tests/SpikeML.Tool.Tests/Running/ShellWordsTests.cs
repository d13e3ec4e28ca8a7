using System.Text;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

public sealed class ShellWordsTests
{
    public static TheoryData<string> Phrases => [.. ShellWords.Phrases.Select(phrase => phrase.Library)];

    /// <summary>An assembly holds the text of its messages as UTF-16, in pieces where values go in.</summary>
    [Theory]
    [MemberData(nameof(Phrases))]
    public void Phrases_are_those_of_the_library(string phrase)
    {
        byte[] text = Encoding.Unicode.GetBytes(phrase);
        Type[] libraries = [typeof(SpikeCode), typeof(SpikeML.Nir.NirGraph), typeof(SpikeML.Events.EventReader)];
        Assert.True(libraries.Any(library =>
            File.ReadAllBytes(library.Assembly.Location).AsSpan().IndexOf(text) >= 0), $"No message says \"{phrase}\".");
    }

    [Theory]
    [InlineData("NumSteps must be 1 or more (NumSteps = 0).", "NumSteps must be 1 or more (--num-steps = 0).")]
    [InlineData("Column 'Gain' needs Gain.", "Column 'Gain' needs --gain.")]
    [InlineData("The Largest value", "The Largest value")]
    public void Of_types_options_as_in_the_shell_and_leaves_names_in_quotes(string message, string expected) =>
        Assert.Equal(expected, ShellWords.Of(message));
}
