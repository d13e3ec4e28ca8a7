using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SpikeML.Plot.Tests.Animations;

/// <summary>The player's page as a text; <see cref="PlayerTests"/> runs it.</summary>
public partial class PlayerPageTests
{
    private static readonly SpikeTrain Train = Moving.Train(100, 28, 28);

    [Fact]
    public void ToHtml_allows_only_what_is_in_the_page()
    {
        string page = SpikePlot.Animate(Train).ToHtml();

        IEnumerable<string> styles = Style().Matches(page).Select(style => Hash(style.Groups[1].Value));
        Assert.Contains($"content=\"default-src 'none'; style-src {string.Join(' ', styles)};", page, StringComparison.Ordinal);
        Assert.Contains($"script-src {Hash(Script().Match(page).Groups[1].Value)};", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=|https?:|@import|url\\(", page);
    }

    [Fact]
    public void ToHtml_stays_small_beside_its_data()
    {
        string page = SpikePlot.Animate(Train).ToHtml();

        Assert.InRange(page.Length - Convert.ToBase64String(new byte[100 * 28 * 28 / 8]).Length, 1, 50_000);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!-- {{data}} & \"quotes\"")]
    public void ToHtml_holds_any_title(string title)
    {
        string page = SpikePlot.Animate(Train, new() { Title = title }).ToHtml();

        Assert.DoesNotContain(title, page, StringComparison.Ordinal);
        Assert.Contains("<title>" + System.Net.WebUtility.HtmlEncode(title) + "</title>", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "</script>"));
    }

    [Fact]
    public void Save_writes_the_page()
    {
        using TemporaryFolder folder = new();
        Train.SaveAnimation(folder.File("a.html"), new() { Title = "Same" });

        Assert.Equal(SpikePlot.Animate(Train, new() { Title = "Same" }).ToHtml(), File.ReadAllText(folder.File("a.html")));
    }

    private static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        + "'";

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
