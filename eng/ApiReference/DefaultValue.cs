using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

/// <summary>The default of an option, as text.</summary>
internal static partial class DefaultValue
{
    // OxyPlot's OxyColors.Automatic: the figure's theme chooses the colour.
    private const string ThemeColor = "#00000001";

    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        CancellationToken => "none",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        // The list of a default that is not set, such as that of an immutable array, cannot be walked.
        IEnumerable list => Items(list),
        _ when value.ToString() == ThemeColor => "the theme's",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ when value.GetType()
            .GetMethod("PrintMembers",
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic) is not null
            => Members().Match(value.ToString()!) is { Success: true } match
                ? $"{match.Groups["name"]}({match.Groups["members"]})" : value.ToString()!,
        _ => value.ToString()!,
    };

    private static string Items(IEnumerable list)
    {
        object?[] items = [.. list.Cast<object?>()];
        return items.Length > 8 ? $"[{Of(items[0])}, ... {items.Length} values]" : $"[{string.Join(", ", items.Select(Of))}]";
    }

    [GeneratedRegex(@"^(?<name>\w+) \{ (?<members>.*) \}$")]
    private static partial Regex Members();
}
