using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace SpikeML.Docs.Tests;

/// <summary>The table on each page of docs/codes has every option of its code, with its default, a unit and a range.</summary>
public class OptionTableTests
{
    private const int Cells = 5;

    public static TheoryData<string> Pages => [.. CodePages.WithOptions];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_option_is_in_the_table_with_its_default(string page)
    {
        object options = CodePages.Options(page);
        string[] expected = [.. options.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => $"`{property.Name}` {Text(property.GetValue(options))}").Order(StringComparer.Ordinal)];
        Assert.Equal(expected,
            CodePages.OptionRows(page).Select(cells => $"{cells[0]} {cells[1]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_option_has_a_unit_a_range_and_a_meaning(string page) =>
        Assert.All(CodePages.OptionRows(page), cells => Assert.Equal(Cells, cells.Count(cell => cell.Length > 0)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_names_the_record_of_its_options(string page) =>
        Assert.Contains(CodePages.Section(page, "Options"), line =>
            line.Contains($"`{CodePages.Options(page).GetType().Name}`", StringComparison.Ordinal));

    private static string Text(object? value) => value switch
    {
        null => "null",
        int count => count.ToString("N0", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        double number when number < 1e-3 && number > 0 => number.ToString("0e-0", CultureInfo.InvariantCulture),
        ImmutableArray<float> filter => Fractions(filter),
        ICollection { Count: 0 } => "[]",
        SpikeCode => "`new()`",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Values over their common denominator, a power of two.</summary>
    private static string Fractions(ImmutableArray<float> values)
    {
        int denominator = 1;
        while (values.Any(value => value * denominator % 1 != 0))
            denominator *= 2;
        return $"({string.Join(", ", values.Select(value => value * denominator))}) / {denominator}";
    }
}
