using System.Collections.Immutable;
using System.Globalization;

namespace SpikeML.Tool.Encoders;

/// <summary>Option values as text, in the invariant culture.</summary>
internal static class OptionValue
{
    private const string None = "null";

    /// <summary>The name of a value of the type in help texts.</summary>
    public static string Kind(Type type) => Underlying(type) switch
    {
        Type kind when kind == typeof(int) => "integer",
        Type kind when kind == typeof(double) => "number",
        Type kind when kind == typeof(ValueRange) => "low..high",
        Type kind when kind == typeof(ImmutableArray<float>) => "number,...",
        Type { IsEnum: true } kind => string.Join('|', Enum.GetNames(kind)),
        _ => "text",
    };

    /// <summary>The description of a value of the type in errors.</summary>
    public static string Expected(Type type) => Underlying(type) switch
    {
        Type kind when kind == typeof(int) => "an integer",
        Type kind when kind == typeof(double) => "a number",
        Type kind when kind == typeof(ValueRange) => "a range low..high",
        Type kind when kind == typeof(ImmutableArray<float>) => "numbers separated by commas",
        Type { IsEnum: true } kind => string.Join(" or ", Enum.GetNames(kind)),
        _ => "text",
    };

    /// <summary>The words that are values of the type.</summary>
    public static string[] Words(Type type) => Underlying(type) is { IsEnum: true } kind ? Enum.GetNames(kind) : [];

    /// <param name="text">The text.</param>
    /// <param name="type">The option's type.</param>
    /// <param name="mayBeNull">Whether "null" is a valid value of a nullable type.</param>
    /// <exception cref="FormatException">The text is not a value of the type.</exception>
    public static object? Parse(string text, Type type, bool mayBeNull)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (text == None && mayBeNull && Nullable.GetUnderlyingType(type) is not null)
            return null;
        return Underlying(type) switch
        {
            Type kind when kind == typeof(int) => int.Parse(text, NumberStyles.AllowLeadingSign, culture),
            Type kind when kind == typeof(double) => double.Parse(text, NumberStyles.Float, culture),
            Type kind when kind == typeof(ValueRange) => Range(text),
            Type kind when kind == typeof(ImmutableArray<float>) =>
                ImmutableArray.Create([.. text.Split(',').Select(value => float.Parse(value, NumberStyles.Float, culture))]),
            Type { IsEnum: true } kind => Enum.Parse(kind, Name(kind, text)),
            Type kind when kind == typeof(string) => text,
            Type kind => throw new NotSupportedException($"Options of type {kind} cannot be given on a command line."),
        };
    }

    public static string Show(object? value) => value switch
    {
        null => None,
        bool flag => flag ? "true" : "false",
        ValueRange range => FormattableString.Invariant($"{range.Lowest}..{range.Highest}"),
        ImmutableArray<float> values => string.Join(',', values.Select(each => each.ToString(CultureInfo.InvariantCulture))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>One of the names, ignoring case; .NET itself would also accept numbers and combinations.</summary>
    private static string Name(Type kind, string text) =>
        Enum.GetNames(kind).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException();

    private static ValueRange Range(string text) => text.Split("..") is [string low, string high]
        ? new ValueRange(double.Parse(low, NumberStyles.Float, CultureInfo.InvariantCulture),
            double.Parse(high, NumberStyles.Float, CultureInfo.InvariantCulture))
        : throw new FormatException();
}
