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
    [InlineData("Neuron 12: (a|b) ~ {0}")]
    [InlineData("Spannung ΔV − 3 µV")]
    public void Measure_is_the_width_that_Skia_draws(string text)
    {
        SizedFont font = LabelFont.OfSize(12, FontWeights.Normal);

        Assert.Equal(font.Font.MeasureText(LabelFont.Typeface.GetGlyphs(text)), TextBlock.Measure(text, 12, 400).Width, 1e-3);
        Assert.Same(font, LabelFont.OfSize(12, FontWeights.Normal));
    }

    [Fact]
    public void Split_keeps_words_together_that_are_read_from_the_right_and_drops_what_is_invisible()
    {
        Assert.SkipWhen(FallbackFonts.Find('ש') is null, "This machine has no font with Hebrew letters.");
        TextRun[] runs = TextRun.Split("Δ שלום\u200F עולם = 5");

        Assert.Equal(["Δ ", "שלום עולם ", "= 5"], runs.Select(run => run.Text));
        Assert.Equal([false, true, false], runs.Select(run => run.IsRightToLeft));
        Assert.Equal(runs[1].Typeface.GetGlyphs("שלום עולם ").Reverse(), runs[1].Glyphs(runs[1].Font(12, 400)));
        Assert.Equal(TextBlock.WidthOf("שלום", 12, 400), TextBlock.WidthOf("םולש", 12, 400), 1e-3);
    }

    [Fact]
    public void Of_makes_tabs_spaces() => Assert.Equal(["a b", "c"], TextBlock.Of("a\tb\nc", 12).Lines);

    [Theory]
    [InlineData(20)]
    [InlineData(57)]
    [InlineData(300)]
    public void ToWidth_keeps_as_much_of_a_long_word_as_fits(double width)
    {
        const string Word = "Pneumonoultramicroscopicsilicovolcanoconiosis";
        string cut = TextFit.ToWidth(Word, width, 12);

        if (cut == Word)
            return;
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.StartsWith(cut[..^1], Word, StringComparison.Ordinal);
        Assert.InRange(TextBlock.WidthOf(cut, 12, 400), 0, width);
        Assert.True(TextBlock.WidthOf(Word[..cut.Length] + "…", 12, 400) > width);
    }

    [Fact]
    public void AllToWidth_keeps_names_apart_that_differ_at_their_ends()
    {
        string[] names = ["Inferior temporal cortex, area 1", "Inferior temporal cortex, area 2", "V1",
            "Superior temporal cortex, area 1"];
        string[] cut = TextFit.AllToWidth(names, 120, 12, mostLines: 1);

        Assert.Equal(4, cut.Distinct().Count());
        Assert.All(cut, name => Assert.InRange(TextBlock.WidthOf(name, 12, 400), 0, 120));
        Assert.StartsWith("Inferior", cut[0], StringComparison.Ordinal);
        Assert.EndsWith("area 1", cut[0], StringComparison.Ordinal);
        Assert.EndsWith("area 2", cut[1], StringComparison.Ordinal);
        Assert.Equal("V1", cut[2]);
        Assert.Equal(TextFit.ToWidth(names[3], 120, 12, mostLines: 1), cut[3]);
        Assert.Equal(["a", "a"], TextFit.AllToWidth(["a", "a"], 120, 12));
        Assert.Equal(2, TextFit.AllToWidth(["🧠🧠🧠🧠🧠🧠🧠🧠1", "🧠🧠🧠🧠🧠🧠🧠🧠2"], 60, 12).Distinct().Count());
    }

    [Theory]
    [InlineData("one two three", 1e6, "one two three")]
    [InlineData("one two three", 50, "one two\nthree")]
    [InlineData("one two three", 1, "one\ntwo\nthree")]
    [InlineData("one\ntwo three", 1e6, "one\ntwo three")]
    public void ToWidth_breaks_between_words(string text, double width, string expected) =>
        Assert.Equal(expected, TextWrap.ToWidth(text, width, 12));
}
