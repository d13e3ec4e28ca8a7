using System.Reflection;
using System.Text;

/// <summary>Writes a page: a section for each type, with tables of its properties and sections of its methods.</summary>
internal sealed class PageWriter(Documentation documentation, Page page)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Append($"# {page.Title}\n\n[API reference](../README.md), package {page.Package}\n");
        foreach (Type type in page.Types)
            AppendType(type);
        return _text.ToString();
    }

    private void AppendType(Type type)
    {
        _text.Append($"\n## {Heading(Signature.NameOf(type))}\n\n`{Signature.Of(type)}` in namespace `{type.Namespace}`\n");
        AppendParagraph(documentation.Section(type, "summary", page));
        AppendParagraph(documentation.Section(type, "remarks", page));
        if (type.IsEnum)
            AppendTable("value", [.. Enum.GetNames(type).Select(name =>
                (Cell: name, Text: documentation.Section(type.GetField(name)!, "summary", page)))]);
        else
            AppendMembers(type);
    }

    private void AppendMembers(Type type)
    {
        AppendTable("constant", [.. type.GetFields(Declared).Where(documentation.Has)
            .Select(field => (Cell: $"{Signature.NameOf(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
                Text: documentation.Section(field, "summary", page)))]);
        AppendProperties(type);
        foreach (ConstructorInfo constructor in type.GetConstructors(Declared).Where(constructor =>
            documentation.Has(constructor)))
            AppendConstructor(constructor);
        // By name: where a type is declared in parts, the order of their files is not the same everywhere.
        foreach (MethodInfo method in type.GetMethods(Declared).Where(method =>
            !method.IsSpecialName && documentation.Has(method))
            .OrderBy(method => method.Name, StringComparer.Ordinal))
            AppendMember(method, Signature.Of(method));
    }

    private void AppendProperties(Type type)
    {
        object? defaults = type.Name.EndsWith("Options", StringComparison.Ordinal) && !type.IsAbstract && !HasRequired(type)
            ? Activator.CreateInstance(type) : null;
        (PropertyInfo Property, string Text)[] properties =
            [.. Properties(type).Select(property => (property, TextOf(type, property))).Where(row => row.Item2.Length > 0)];
        if (defaults is null)
        {
            AppendTable("property", [.. properties.Select(row => (Cell: Signature.Of(row.Property), row.Text))]);
            return;
        }
        _text.Append("\n| property | default | meaning |\n|---|---|---|\n");
        foreach ((PropertyInfo property, string text) in properties)
        {
            string value = IsStatic(property) ? "" : $"`{DefaultValue.Of(property.GetValue(defaults))}`";
            _text.Append($"| `{Signature.Of(property)}` | {value} | {Cell(text + MeaningOfNull(property))} |\n");
        }
    }

    // The default itself stands in its column; what null stands for is said in words.
    private string MeaningOfNull(PropertyInfo property)
    {
        const string Null = "Null by default: ";
        string value = documentation.Section(property, "value", page);
        return value.StartsWith(Null, StringComparison.Ordinal) ? $" Null: {value[Null.Length..]}" : "";
    }

    // What a set of options inherits is an option too.
    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(Declared)
        .Concat(type.BaseType is { Name: "PopulationCode" or "RasterCode" } ? Properties(type.BaseType) : []);

    private static bool HasRequired(Type type) =>
        type.GetProperties(Declared).Any(property =>
            property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null);

    private string TextOf(Type type, PropertyInfo property) =>
        documentation.Section(property, "summary", page) is { Length: > 0 } summary
        ? summary
        : documentation.Parameter(type, property.Name, page);

    private void AppendMember(MethodBase member, string signature)
    {
        _text.Append($"\n### {Heading(NameOf(member))}\n\n`{signature}`\n");
        AppendParagraph(documentation.Section(member, "summary", page));
        foreach (ParameterInfo parameter in member.GetParameters().Where(parameter =>
            documentation.Parameter(member, parameter.Name!, page).Length > 0))
            AppendItem($"`{parameter.Name}`", documentation.Parameter(member, parameter.Name!, page),
                isFirst: parameter.Position == FirstDocumented(member));
        if (documentation.Section(member, "returns", page) is { Length: > 0 } result)
            AppendParagraph($"Returns: {result}");
        // ML.NET's tables of characteristics have no heads, which a screen reader would read out.
        AppendParagraph(documentation.Section(member, "remarks", page)
            .Replace("|  |  |\n", "| characteristic | value |\n", StringComparison.Ordinal));
        AppendExample(documentation.Example(member));
        bool isFirst = true;
        foreach ((string type, string when) in documentation.Exceptions(member, page))
        {
            AppendItem($"throws {type}", when, isFirst);
            isFirst = false;
        }
    }

    // The parameters of a record are its properties, which have been told.
    private void AppendConstructor(ConstructorInfo constructor)
    {
        if (documentation.Section(constructor, "summary", page) == documentation.Section(constructor.DeclaringType!, "summary",
            page))
            AppendParagraph($"`new {Signature.Of(constructor)}`");
        else
            AppendMember(constructor, Signature.Of(constructor));
    }

    private int FirstDocumented(MethodBase member) =>
        member.GetParameters().First(parameter => documentation.Parameter(member, parameter.Name!, page).Length > 0).Position;

    private void AppendItem(string name, string text, bool isFirst) =>
        _text.Append($"{(isFirst ? "\n" : "")}- {name}: {Line(text)}\n");

    private void AppendTable(string name, (string Cell, string Text)[] rows)
    {
        if (rows.Length == 0)
            return;
        _text.Append($"\n| {name} | meaning |\n|---|---|\n");
        foreach ((string cell, string text) in rows)
            _text.Append($"| `{cell}` | {Cell(text)} |\n");
    }

    private void AppendParagraph(string text)
    {
        if (text.Length > 0)
            _text.Append($"\n{text}\n");
    }

    /// <summary>As the documents' own blocks, which are compiled and run.</summary>
    private void AppendExample(string code)
    {
        if (code.Length > 0)
            _text.Append($"\n```csharp\nusing Microsoft.ML;\nusing SpikeML;\n{PackageUsing}\n{code}\n```\n");
    }

    private string PackageUsing => page.Package switch
    {
        "SpikeML.Plot" => "using SpikeML.Plot;\n",
        "SpikeML.TorchSharp" => "using SpikeML.Torch;\n",
        "SpikeML.Events" => "using SpikeML.Events;\n",
        "SpikeML.Nir" => "using SpikeML.Nir;\nusing SpikeML.Torch;\n",
        _ => "",
    };

    // A type's parameters would be taken for an HTML tag.
    private static string Heading(string name) => name.Replace("<", "\\<", StringComparison.Ordinal);

    private static string NameOf(MethodBase member) => member switch
    {
        ConstructorInfo => Signature.NameOf(member.DeclaringType!),
        MethodInfo method when Signature.IsExtensionProperty(method) => member.Name[4..],
        _ => member.Name,
    };

    private static bool IsStatic(PropertyInfo property) => property.GetMethod!.IsStatic;

    private static string Cell(string text) => Line(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(string text) => string.Join(' ',
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
