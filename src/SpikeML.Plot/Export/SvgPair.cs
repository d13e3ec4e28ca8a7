using System.Text;
using System.Text.RegularExpressions;

namespace SpikeML.Plot.Export;

/// <summary>
/// Two SVG documents as one, which shows the second where the reader's system is dark. Usually they differ in colours and
/// embedded images only, and everything else is written once.
/// </summary>
internal static partial class SvgPair
{
    private const string IfDark = "@media (prefers-color-scheme: dark)";
    private const string Shown = " class=\"if-light\"", Hidden = " class=\"if-dark\"";
    private const string GroupStyle =
        $".if-dark{{display:none}}{IfDark}{{.if-light{{display:none}}.if-dark{{display:inline}}}}";

    public static string Merge(string light, string dark)
    {
        Match[] lights = Part().Matches(light).ToArray(), darks = Part().Matches(dark).ToArray();
        if (lights.Length != darks.Length || Part().Replace(light, "") != Part().Replace(dark, ""))
            return InGroups(light, dark);
        StringBuilder text = new();
        Dictionary<string, string> rules = [];
        int at = 0;
        foreach ((Match one, Match other) in lights.Zip(darks))
        {
            text.Append(light, at, one.Index - at).Append(MergePart(one, other, rules));
            at = one.Index + one.Length;
        }
        text.Append(light, at, light.Length - at);
        string style = text.ToString().Contains(Shown, StringComparison.Ordinal) ? GroupStyle : "";
        return Styled(text.ToString(), style + $"{IfDark}{{{string.Concat(rules.Select(rule => rule.Key + rule.Value))}}}");
    }

    private static string MergePart(Match light, Match dark, Dictionary<string, string> rules)
    {
        if (!light.Groups["name"].Success)
            return light.Value == dark.Value ? light.Value
                : light.Value.Insert("<image".Length, Shown) + dark.Value.Insert("<image".Length, Hidden);
        string name = light.Groups["name"].Value, color = dark.Groups["color"].Value;
        string selector = $"[{light.Value}]", rule = $"{{{name}:{color}}}";
        if (rules.TryAdd(selector, rule) || rules[selector] == rule)
            return light.Value;
        // One light colour has several dark ones, as white does: paper, and text on dark cells.
        string mark = $"data-{name}=\"{color}\"";
        rules[$"[{mark}]"] = rule;
        return $"{light.Value} {mark}";
    }

    private static string InGroups(string light, string dark)
    {
        string start = light[..(light.IndexOf('>', StringComparison.Ordinal) + 1)];
        return Styled($"{start}<g{Shown}>{Inside(light)}</g><g{Hidden}>{Inside(dark)}</g></svg>", GroupStyle);
    }

    private static string Inside(string document)
    {
        int start = document.IndexOf('>', StringComparison.Ordinal) + 1;
        return document[start..document.LastIndexOf("</svg>", StringComparison.Ordinal)];
    }

    private static string Styled(string document, string style) =>
        document.Insert(document.IndexOf('>', StringComparison.Ordinal) + 1, $"<style>{style}</style>");

    // Where a text looks like a colour, it does so in both documents, and stays as it is.
    [GeneratedRegex("""(?<= )(?<name>fill|stroke)="(?<color>#[0-9a-f]{6})"|<image [^>]*/>""")]
    private static partial Regex Part();
}
