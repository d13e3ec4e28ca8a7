using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace SpikeML.Tool.Encoders;

/// <summary>The library's own documentation file, the source of the help texts.</summary>
internal static class Documentation
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(Load);

    /// <summary>What a code does.</summary>
    public static string OfCode(Type type) => Text($"T:{type.FullName}", type);

    /// <summary>
    /// The description of an option, in the terms of a command line, where null means that an option is omitted.
    /// </summary>
    public static string OfOption(PropertyInfo property, object? defaultValue)
    {
        string text = Text($"P:{property.DeclaringType!.FullName}.{property.Name}", property.ReflectedType!);
        return defaultValue is null ? text.Replace("If null,", "If omitted,", StringComparison.Ordinal) : text;
    }

    /// <summary>The summary of a member, with the options of a type named as on the command line.</summary>
    private static string Text(string member, Type type)
    {
        if (!Members.Value.TryGetValue(member, out XElement? documented))
            return "";
        if (documented.Element("inheritdoc")?.Attribute("cref")?.Value is string source)
            return Text(source, type);
        HashSet<string> options = [.. type.GetProperties().Select(property => property.Name)];
        return documented.Element("summary") is { } summary
            ? Words(string.Concat(summary.Nodes().Select(node =>
                node is XElement element ? Name(element) : ((XText)node).Value)), options)
            : "";
    }

    private static string Name(XElement element) => element.Attribute("cref")?.Value is string reference
        ? reference[(reference.LastIndexOf('.') + 1)..]
        : element.Value;

    /// <summary>The text on one line, with the names of options replaced.</summary>
    private static string Words(string text, HashSet<string> options)
    {
        StringBuilder line = new();
        foreach (string part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string name = part.Trim('(', ')', ',', '.', ':', ';');
            bool isOption = name.Length > 0 && options.Contains(name);
            line.Append(line.Length > 0 ? " " : "").Append(isOption ? part.Replace(name, $"--{Kebab.Of(name)}") : part);
        }
        return line.ToString();
    }

    private static Dictionary<string, XElement> Load()
    {
        string path = Path.ChangeExtension(typeof(SpikeTrain).Assembly.Location, ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value)
            : [];
    }
}
