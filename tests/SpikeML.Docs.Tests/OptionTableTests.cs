using System.Globalization;

namespace SpikeML.Docs.Tests;

/// <summary>The table of options in docs/encoders.md has every option of its encoders, with its default.</summary>
public class OptionTableTests
{
    public static TheoryData<string, object> Encoders => new()
    {
        { "rate", new RateEncodingOptions() },
        { "latency", new LatencyEncodingOptions() },
        { "delta", new DeltaEncodingOptions() },
    };

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_option_is_in_the_table_with_its_default(string encoder, object options)
    {
        string[] expected = [.. options.GetType().GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => $"| `{property.Name}` | {encoder} | {Text(property.GetValue(options))} |").Order(StringComparer.Ordinal)];
        string[] rows = [.. File.ReadLines(Path.Combine(Build.RepositoryRoot, "docs", "encoders.md"))
            .Where(line => line.Contains($"` | {encoder} | ", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|')[..4]) + "|").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, rows);
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number when number < 1e-3 && number > 0 => number.ToString("0e-0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
