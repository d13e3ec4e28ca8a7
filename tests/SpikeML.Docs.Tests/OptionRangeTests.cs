using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>The ranges in the option tables of docs/codes are those that the options are held to.</summary>
public partial class OptionRangeTests
{
    private const double Little = 1e-6;

    public static TheoryData<string> Pages => OptionTableTests.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Values_at_a_bound_are_taken_and_those_beyond_it_are_refused(string page)
    {
        object options = CodePages.Options(page);
        foreach ((PropertyInfo option, string range) in Numbers(page, options))
        {
            foreach (double value in Inside(range, option))
                Assert.False(Refuses(options, option, value), $"{page} says {option.Name} can be {value}, and it is refused.");
            foreach (double value in Outside(range, option))
                Assert.True(Refuses(options, option, value), $"{page} says {option.Name} cannot be {value}, and it is taken.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Options_that_can_be_null_or_have_names_for_values_say_so(string page)
    {
        foreach ((PropertyInfo option, string range) in CodePages.Ranges(page))
        {
            Type? value = Nullable.GetUnderlyingType(option.PropertyType);
            if (option.PropertyType == typeof(bool))
                Assert.Equal("true, false", range);
            else if (option.PropertyType.IsEnum)
                Assert.Equal(string.Join(", ", Enum.GetNames(option.PropertyType)), range);
            else if ((value ?? option.PropertyType) is { } type && (type == typeof(int) || type == typeof(double)))
                Assert.Equal(value is not null && option.Name != "Seed", range.EndsWith(", or null", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(PropertyInfo Option, string Range)> Numbers(string page, object options) => CodePages.Ranges(page)
        .Where(row => row.Option.DeclaringType!.IsInstanceOfType(options) && (Is<int>(row.Option) || Is<double>(row.Option)))
        .Select(row => (row.Option, row.Range.Replace(", or null", "", StringComparison.Ordinal)));

    private static bool Is<T>(PropertyInfo option) =>
        (Nullable.GetUnderlyingType(option.PropertyType) ?? option.PropertyType) == typeof(T);

    private static IEnumerable<double> Inside(string range, PropertyInfo option) =>
        Bounds(range).Select(bound => bound.IsTaken ? bound.Value : bound.Value - bound.Beyond * Step(option));

    private static IEnumerable<double> Outside(string range, PropertyInfo option) =>
        Bounds(range).Select(bound => bound.IsTaken ? bound.Value + bound.Beyond * Step(option) : bound.Value)
            .Concat(range.StartsWith("any finite", StringComparison.Ordinal) ? [double.NaN, double.PositiveInfinity] : []);

    private static double Step(PropertyInfo option) => Is<int>(option) ? 1 : Little;

    /// <summary>Where a range ends, whether that value still belongs to it, and in which direction nothing does.</summary>
    private static IEnumerable<(double Value, bool IsTaken, int Beyond)> Bounds(string range)
    {
        if (Low().Match(range) is { Success: true } low)
            yield return (Number(low), !low.Groups["open"].Success, -1);
        if (High().Match(range) is { Success: true } high)
            yield return (Number(high), !high.Groups["open"].Success, 1);
    }

    private static double Number(Match bound) =>
        double.Parse(bound.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Whether the code refuses this option; other options may not fit the value, which does not count.</summary>
    private static bool Refuses(object options, PropertyInfo option, double value)
    {
        object copy = options.GetType().GetMethod("<Clone>$")!.Invoke(options, null)!;
        option.SetValue(copy, Is<int>(option) ? (object)(int)value : value);
        try
        {
            if (copy is SpikeCode code)
                code.Validate();
            else
                ((SpikeStreamOptions)copy).Validated();
            return false;
        }
        catch (ArgumentException error)
        {
            return error.ParamName == option.Name;
        }
    }

    // As in: above 0; 1 or more; 0 or above; 2 to 1024.
    [GeneratedRegex(@"^((?<open>above )(?<number>[\d.,]*\d)\b|(?<number>[\d.,]*\d) (or more|or above|to )\b)")]
    private static partial Regex Low();

    // As in: below 1; at most 1; 2 to 1024.
    [GeneratedRegex(@"((?<open>below )|at most |\bto )(?<number>[\d.,]*\d)$")]
    private static partial Regex High();
}
