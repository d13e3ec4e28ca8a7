using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

public class SuggestionTests
{
    [Theory]
    [InlineData("rats", " Did you mean 'rate'?")]
    [InlineData("RTAE", " Did you mean 'rate'?")]
    [InlineData("stepforward", " Did you mean 'step-forward'?")]
    [InlineData("rate", "")]
    [InlineData("x", "")]
    [InlineData("something", "")]
    public void For_names_the_nearest_word_if_it_is_near(string word, string expected) =>
        Assert.Equal(expected, Suggestion.For(word, ["latency", "rate", "step-forward"]));
}
