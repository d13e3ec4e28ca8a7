using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OxyPlot;
using SpikeML.Plot;

namespace SpikeML.PublicApi.Tests;

/// <summary>The documentation of every option names its default, and the right one.</summary>
public partial class OptionDefaultTests
{
    private static readonly Dictionary<string, XElement> Members = PublicOptions.Packages
        .SelectMany(package => XDocument.Load(Path.ChangeExtension(package.Assembly.Location, ".xml")).Descendants("member"))
        // What compilers generate is in every package.
        .Where(member => member.Attribute("name")!.Value[2..].StartsWith(nameof(SpikeML), StringComparison.Ordinal))
        // So are internal types whose file several packages compile.
        .DistinctBy(member => member.Attribute("name")!.Value)
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static TheoryData<Type> Types => [.. PublicOptions.Types, typeof(NeuronGroup)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_option_documents_its_default(Type type)
    {
        object defaults = type == typeof(NeuronGroup) ? new NeuronGroup("", 1) : Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in PublicOptions.Settable(type).Where(property => !IsPositional(type, property)))
        {
            string name = $"{type.Name}.{property.Name}";
            string text = ValueOf($"P:{property.DeclaringType!.FullName}.{property.Name}", type);
            Assert.True(text.Length > 0, $"{name} has no <value>.");
            object? value = property.GetValue(defaults);
            Assert.True(Fits(text, value), $"{name} is {value ?? "null"} by default; its <value> says: {text}");
        }
    }

    [Theory]
    [InlineData("Null by default.", null, true)]
    [InlineData("Null by default: none.", 3, false)]
    [InlineData("100 by default.", 100, true)]
    [InlineData("0 by default.", 100, false)]
    [InlineData("1e-3 by default.", 0.001, true)]
    [InlineData("False by default.", true, false)]
    [InlineData("True by default.", true, true)]
    [InlineData("\"ffmpeg\" by default.", "ffmpeg", true)]
    [InlineData("\"ffmpeg\" by default.", "ffprobe", false)]
    [InlineData("Sunday by default.", DayOfWeek.Sunday, true)]
    [InlineData("Sunday by default.", DayOfWeek.Monday, false)]
    [InlineData("The usual ones by default.", null, true)]
    public void A_simple_default_is_compared(string text, object? value, bool fits) => Assert.Equal(fits, Fits(text, value));

    [Fact]
    public void A_colour_and_a_time_are_compared()
    {
        Assert.True(Fits("Sky blue, #56B4E9, by default.", OxyColor.FromRgb(0x56, 0xB4, 0xE9)));
        Assert.False(Fits("Sky blue, #56B4E9, by default.", OxyColor.FromRgb(0x56, 0xB4, 0xE8)));
        Assert.True(Fits("Automatic by default: the theme's.", OxyColors.Automatic));
        Assert.False(Fits("Automatic by default: the theme's.", OxyColors.Black));
        Assert.True(Fits("40 ms by default.", TimeSpan.FromMilliseconds(40)));
        Assert.False(Fits("40 by default.", TimeSpan.FromMilliseconds(40)));
        Assert.False(Fits("Plasma by default.", ColorMap.Viridis));
    }

    private static bool IsPositional(Type type, PropertyInfo property) =>
        type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));

    /// <summary>The text of a value, or of that for the type itself, such as "10" in "8 by default; 10 for (type)".</summary>
    private static string ValueOf(string member, Type type)
    {
        if (!Members.TryGetValue(member, out XElement? documented))
            return "";
        if (documented.Element("value") is not { } value)
            return documented.Element("inheritdoc")?.Attribute("cref")?.Value is string source ? ValueOf(source, type) : "";
        string text = string.Concat(value.Nodes().Select(node => node is XElement element
            ? element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Value : ((XText)node).Value));
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Exception().Match(text) is { Success: true } other && other.Groups["type"].Value == type.Name
            ? $"{other.Groups["value"]} by default." : text;
    }

    /// <summary>Whether a default that can be compared is the one that the text names.</summary>
    private static bool Fits(string text, object? value)
    {
        if (Simple().Match(text) is not { Success: true } match)
            return true;
        string named = match.Groups["value"].Value;
        return value switch
        {
            null => named == "Null",
            bool or Enum or ColorMap => named == value.ToString(),
            string word => named == $"\"{word}\"" || (named == "Empty" && word.Length == 0),
            OxyColor color when color.IsAutomatic() => named == "Automatic",
            OxyColor color => Color().Match(text).Value == $"#{color.R:X2}{color.G:X2}{color.B:X2}",
            TimeSpan time => Number(named) == time.TotalMilliseconds && text.StartsWith($"{named} ms ", StringComparison.Ordinal),
            IEnumerable items when named == "Empty" => !items.Cast<object>().Any(),
            IConvertible number => Number(named) == number.ToDouble(CultureInfo.InvariantCulture),
            _ => named is not ("Null" or "Empty"),
        };
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number)
            ? number : double.NaN;

    [GeneratedRegex("""^(?<value>[^\s,]+|[\d,.]+)( ms|[\w ]*, #\w+,)? by default""")]
    private static partial Regex Simple();

    [GeneratedRegex("#[0-9A-F]{6}")]
    private static partial Regex Color();

    [GeneratedRegex(@"; (?<value>\S+) for (?<type>\w+)\.$")]
    private static partial Regex Exception();
}
