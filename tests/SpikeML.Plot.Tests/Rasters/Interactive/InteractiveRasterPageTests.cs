using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.ML;

namespace SpikeML.Plot.Tests.Rasters.Interactive;

/// <summary>The interactive raster's page as a text; <see cref="InteractiveRasterTests"/> runs it.</summary>
public partial class InteractiveRasterPageTests
{
    private static readonly SpikeTrain Train = Trains.Scattered(1000, 500, 100_000);

    [Fact]
    public void ToHtml_allows_only_what_is_in_the_page()
    {
        string page = SpikePlot.InteractiveRaster(Train).ToHtml();

        IEnumerable<string> styles = Style().Matches(page).Select(style => Hash(style.Groups[1].Value));
        Assert.Contains($"content=\"default-src 'none'; style-src {string.Join(' ', styles)};", page, StringComparison.Ordinal);
        Assert.Contains($"script-src {Hash(Script().Match(page).Groups[1].Value)};", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=|https?:|@import|url\\(", page);
    }

    [Fact]
    public void ToHtml_stays_small_beside_its_data()
    {
        SpikeTrain silent = SpikeTrain.FromEvents([], 1000, 500);

        Assert.InRange(SpikePlot.InteractiveRaster(silent).ToHtml().Length, 1, 50_000);
        Assert.InRange((SpikePlot.InteractiveRaster(Train).ToHtml().Length - 50_000) / (double)Train.Count, 0, 1.4);
    }

    [Fact]
    public void ToHtml_holds_any_text()
    {
        const string Text = "</script><script>alert(1)</script> & \"{{data}}\"";
        string page = SpikePlot.InteractiveRaster(SpikeTrain.FromEvents([], 2, 1),
            new() { Title = Text, Labels = [Text] }).ToHtml();

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "</script>"));
    }

    public static TheoryData<InteractiveRasterOptions, string, string> Refused { get; } = new()
    {
        { new() { Labels = ["a"] }, "Labels", "one entry for each neuron of the train (500)" },
        { new() { Groups = [new("a", 499)] }, "Groups", "must add up to the number of neurons (500)" },
        { new() { Groups = [new("a", 500), new("b", 0)] }, "Groups", "at least 1 neuron" },
        { new() { SecondsPerStep = 0 }, "SecondsPerStep", "a finite number above 0" },
        { new() { Theme = new FigureTheme { GroupColors = [] } }, "GroupColors", "at least one colour" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void InteractiveRaster_refuses_an_option_outside_its_range(InteractiveRasterOptions options, string name,
        string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => SpikePlot.InteractiveRaster(Train, options));

        Assert.Equal(name, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InteractiveRaster_has_the_themes_colours_when_one_is_given()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1)], 2, 3);
        string page = SpikePlot.InteractiveRaster(train, new()
        {
            Theme = FigureTheme.Dark,
            Groups = [new("a", 1) { Color = OxyPlot.OxyColor.FromRgb(1, 2, 3) }, new("b", 2)],
        }).ToHtml();

        Assert.Equal(2, Regex.Count(page, "\"paper\":\"#16181d\""));
        Assert.Equal(2, Regex.Count(page, "\"on\":\\[\"#010203\",\"#f2f2f2\"\\]"));
    }

    [Fact]
    public void SaveInteractiveRaster_writes_the_page_of_a_train_and_of_a_row()
    {
        using TemporaryFolder folder = new();
        MLContext mlContext = new(seed: 1);
        IDataView digits = mlContext.Data.LoadSampleDigits(3);
        IDataView data = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 5 })
            .Fit(digits).Transform(digits);
        SpikeTrain second = data.GetSpikeTrains("Spikes").ElementAt(1);
        data.SaveInteractiveRaster("Spikes", 1, folder.File("row.html"), new() { Title = "Same" });
        second.SaveInteractiveRaster(folder.File("train.HTM"), new() { Title = "Same" });

        string expected = SpikePlot.InteractiveRaster(second, new() { Title = "Same" }).ToHtml();
        Assert.Equal(expected, File.ReadAllText(folder.File("row.html")));
        Assert.Equal(expected, File.ReadAllText(folder.File("train.HTM")));
    }

    [Fact]
    public void SaveInteractiveRaster_refuses_other_extensions_before_it_reads_a_row()
    {
        using TemporaryFolder folder = new();
        MLContext mlContext = new();
        IDataView data = mlContext.Data.LoadSampleDigits(1);

        var error = Assert.Throws<ArgumentException>("path", () => data.SaveInteractiveRaster("None", 0, folder.File("a.png")));
        Assert.Contains("saved as .html; SaveRaster saves pictures", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("path", () => Train.SaveInteractiveRaster(folder.File("a")));
        Assert.Empty(folder.FileNames);
    }

    private static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        + "'";

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
