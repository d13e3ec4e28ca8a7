using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.ML;

namespace SpikeML.Docs.Tests;

/// <summary>The pages of docs/codes, and the codes that each of them is about.</summary>
internal static partial class CodePages
{
    // What encodes nothing shares a page.
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["join"] = "shaping",
        ["reshape"] = "shaping",
        ["transpose"] = "shaping",
        ["flatten"] = "shaping",
        ["readout"] = "readouts",
        ["decode"] = "decoding",
        ["to-events"] = "events",
        ["from-events"] = "events",
        ["crop-events"] = "events",
        ["crop-event-times"] = "events",
        ["resize-events"] = "events",
        ["scale-event-times"] = "events",
        ["filter-refractory"] = "events",
        ["denoise-events"] = "events",
        ["drop-events"] = "events",
        ["jitter-events"] = "events",
        ["flip-events"] = "events",
        ["merge-polarities"] = "events",
        ["remove-hot-pixels"] = "events",
        ["event-spikes"] = "events",
        ["time-surfaces"] = "events",
        ["voxel-grid"] = "events",
    };

    // Options of what is no code that encodes.
    private static readonly Dictionary<string, object> OtherOptions = new()
    {
        ["scale"] = new ScaleOptions(),
        ["events"] = new DenseSpikesOptions(),
        ["streams"] = new SpikeStreamOptions(),
    };

    public static string Folder => Path.Combine(Build.RepositoryRoot, "docs", "codes");

    /// <summary>The names of all pages but the one that compares codes.</summary>
    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.md")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "README").Order(StringComparer.Ordinal);

    /// <summary>The page that a code is on.</summary>
    public static string Of(SpikeCodeEntry code) => Shared.GetValueOrDefault(code.Name, code.Name);

    public static string[] Lines(string page) => File.ReadAllLines(Path.Combine(Folder, page + ".md"));

    /// <summary>The lines of a page below one of its headings.</summary>
    public static string[] Section(string page, string heading) => [.. Lines(page)
        .SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))];

    /// <summary>What users call a code by on <c>mlContext.Transforms.Spikes</c> or <c>.Events</c>.</summary>
    public static IEnumerable<string> Verbs(SpikeCodeEntry code)
    {
        Type estimator = typeof(SpikeEstimator<>).MakeGenericType(code.CodeType);
        MethodInfo[] methods = [.. typeof(SpikeCatalog).GetMethods(), .. typeof(EventCatalog).GetMethods()];
        return methods.Where(method => method.ReturnType == estimator && method.Name != "Encode")
            .Select(method => method.Name).Distinct();
    }

    /// <summary>The pages that have a table of options.</summary>
    public static IEnumerable<string> WithOptions => SpikeCodes.Encoders.Select(code => code.Name).Concat(OtherOptions.Keys);

    /// <summary>The options of a page's code, all at their defaults.</summary>
    public static object Options(string page) =>
        OtherOptions.GetValueOrDefault(page) ?? SpikeCodes.Encoders.Single(code => code.Name == page).Default!;

    /// <summary>The cells of a page's table of options: name, default, unit, range, meaning.</summary>
    public static IEnumerable<string[]> OptionRows(string page) => Section(page, "Options")
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries));

    /// <summary>The options of a page's table, with what it says of their ranges.</summary>
    public static IEnumerable<(PropertyInfo Option, string Range)> Ranges(string page) => OptionRows(page)
        .Select(cells => (Options(page).GetType().GetProperty(cells[0].Trim('`'))!, cells[3]));

    /// <summary>The pictures of docs/images/codes that a page shows, by their names.</summary>
    public static IEnumerable<string> Pictures(string page) => Picture().Matches(string.Join('\n', Lines(page)))
        .Select(picture => picture.Groups["name"].Value);

    [GeneratedRegex(@"!\[[^\]]+\]\(\.\./images/codes/(?<name>[\w-]+)\.svg\)")]
    private static partial Regex Picture();
}
