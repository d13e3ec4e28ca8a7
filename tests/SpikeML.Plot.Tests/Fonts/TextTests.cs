using OxyPlot;
using SpikeML.Plot.Fonts;

namespace SpikeML.Plot.Tests.Fonts;

public class TextTests
{
    [Theory]
    [InlineData("Input Layer 0123456789")]
    [InlineData("Ärger, naïve, œuvre, Łódź, §±µ²")]
    [InlineData("ΔV ≥ θ, τ = 5 ms, σ ≈ √n, ∞ → 0, ∑ ∫ ∈")]
    [InlineData("“quoted” – ‘so’ … € • ™")]
    public void Typeface_has_what_labels_are_made_of(string text) => Assert.True(LabelFont.Typeface.ContainsGlyphs(text));

    [Fact]
    public void Measure_grows_with_size_and_lines()
    {
        OxySize small = TextBlock.Measure("Neuron", 10, 400), large = TextBlock.Measure("Neuron", 20, 400);

        Assert.Equal(2 * small.Width, large.Width, 1e-3);
        Assert.Equal(2 * small.Height, large.Height, 1e-3);
        Assert.Equal(2 * small.Height, TextBlock.Measure("Neuron\r\nNeuron", 10, 400).Height, 1e-3);
        Assert.Equal(OxySize.Empty, TextBlock.Measure("", 10, 400));
    }

    [Theory]
    [InlineData("one two three", 1e6, "one two three")]
    [InlineData("one two three", 50, "one two\nthree")]
    [InlineData("one two three", 1, "one\ntwo\nthree")]
    [InlineData("one\ntwo three", 1e6, "one\ntwo three")]
    public void ToWidth_breaks_between_words(string text, double width, string expected) =>
        Assert.Equal(expected, TextWrap.ToWidth(text, width, 12));
}
