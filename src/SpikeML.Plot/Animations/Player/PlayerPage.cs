using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpikeML.Plot.Animations;

/// <summary>
/// Assembles a player's page. Its content security policy only allows its own script and styles, by their hashes. The player is
/// in a shadow root, so several players in one page do not interfere.
/// </summary>
internal static partial class PlayerPage
{
    private static readonly string PageStyle = Read("page.css"), Style = Read("player.css"), Script = Read("player.js"),
        Page = Read("player.html");

    public static string Write(PlayerData data, AnimationOptions options)
    {
        Dictionary<string, string> parts = new()
        {
            ["page-style-hash"] = Hash(PageStyle),
            ["style-hash"] = Hash(Style),
            ["script-hash"] = Hash(Script),
            ["page-style"] = PageStyle,
            ["style"] = Style,
            ["script"] = Script,
            ["title"] = WebUtility.HtmlEncode(string.IsNullOrEmpty(options.Title) ? "Spikes" : options.Title),
            // The serializer writes < as \u003C, so no text can close the element that holds the data.
            ["data"] = JsonSerializer.Serialize(data, PlayerJson.Default.PlayerData),
        };
        return Placeholder().Replace(Page, match => parts[match.Groups[1].Value]);
    }

    [GeneratedRegex("{{([a-z-]+)}}")]
    private static partial Regex Placeholder();

    private static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        + "'";

    private static string Read(string name)
    {
        using Stream stream = typeof(PlayerPage).Assembly.GetManifestResourceStream("SpikeML.Plot.Player." + name)
            ?? throw new InvalidOperationException($"The assembly lacks the player's file '{name}'.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        // The hash is of what the browser reads, and the browser reads every line ending as a line feed.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
