using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpikeML.Tool.Encoders;

/// <summary>The library's own documentation, which lies beside it, so that help never says anything else.</summary>
internal static partial class Documentation
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(Load);

    /// <summary>Of an option, in words for a command line, where what is null by default is left out.</summary>
    public static string OfOption(PropertyInfo property, object? defaultValue)
    {
        string text = Text($"P:{property.DeclaringType!.FullName}.{property.Name}");
        return defaultValue is null
            ? text.Replace("Null, the default,", "Left out, it").Replace("null by default", "none by default").Replace("Null by default", "None by default")
            : text;
    }

    public static string OfMethod(MethodInfo method) => Text(
        $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName))})");

    private static string Text(string member) => Members.Value.TryGetValue(member, out XElement? summary)
        ? Clean(string.Concat(summary.Nodes().Select(node => node is XElement element ? Name(element) : node.ToString(SaveOptions.DisableFormatting))))
        : "";

    private static string Name(XElement element) => element.Attribute("cref")?.Value is string reference
        ? (reference.StartsWith("P:", StringComparison.Ordinal) ? $"--{Kebab.Of(reference[(reference.LastIndexOf('.') + 1)..])}" : reference[(reference.LastIndexOf('.') + 1)..])
        : element.Value;

    private static string Clean(string text) =>
        Property().Replace(Space().Replace(text, " ").Trim().Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&"), name => $"--{Kebab.Of(name.Value)}");

    private static Dictionary<string, XElement> Load()
    {
        string path = Path.ChangeExtension(typeof(SpikeTrain).Assembly.Location, ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").Where(member => member.Element("summary") is not null)
                .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!)
            : [];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <summary>Options that the text names as the code does; words of one capital letter may be no names.</summary>
    [GeneratedRegex(@"\b(NumSteps|MinGap|MaxGap|OnTarget|OffTarget|FirstSpikeTime|OffSpike|TimeVarying|NumThresholds|NumFields)\b")]
    private static partial Regex Property();
}
