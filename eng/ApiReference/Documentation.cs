using System.Reflection;
using System.Xml.Linq;

/// <summary>What the documentation comments say of each member, as Markdown.</summary>
internal sealed class Documentation
{
    private readonly Dictionary<string, XElement> _members;
    private readonly Dictionary<string, Type> _types;
    private readonly PageMap _pages;

    public Documentation(IEnumerable<Assembly> packages, PageMap pages)
    {
        _pages = pages;
        // Packages share only members of the compiler's generators, which are internal.
        _members = packages.SelectMany(package => XDocument.Load(Path.ChangeExtension(package.Location, ".xml"),
            LoadOptions.PreserveWhitespace).Descendants("member"))
            .DistinctBy(member => member.Attribute("name")!.Value).ToDictionary(member => member.Attribute("name")!.Value);
        _types = packages.SelectMany(PageMap.PublicTypes).ToDictionary(DocumentId.Of);
    }

    public bool Has(MemberInfo member) => Find(member) is not null;

    /// <summary>A section of a member's documentation, such as its summary; empty where there is none.</summary>
    public string Section(MemberInfo member, string section, Page on) =>
        Find(member)?.Element(section) is { } element ? Markdown(element, member, on) : "";

    /// <summary>The code of a member's example; empty where there is none.</summary>
    public string Example(MemberInfo member)
    {
        string[] lines = [.. (Find(member)?.Element("example")?.Element("code")?.Value ?? "").ReplaceLineEndings("\n")
            .Trim('\n', ' ').Split('\n')];
        int common = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select((line, i) => i == 0 || line.Length < common
            ? line.Trim() : line[common..].TrimEnd()));
    }

    /// <summary>The documentation of a parameter, or of a property that a record's parameter makes.</summary>
    public string Parameter(MemberInfo member, string name, Page on) =>
        Find(member)?.Elements("param").Concat(Find(member)!.Elements("typeparam")).FirstOrDefault(param =>
            param.Attribute("name")!.Value == name) is { } element
            ? Markdown(element, member, on)
            : "";

    /// <summary>The exceptions, and when they are thrown.</summary>
    public IEnumerable<(string Type, string When)> Exceptions(MemberInfo member, Page on) =>
        (Find(member)?.Elements("exception") ?? []).Select(element =>
            (Link(element.Attribute("cref")!.Value, member, on), Markdown(element, member, on)));

    // An extension member's documentation is that of a member of the block that declares it.
    private XElement? Find(MemberInfo member)
    {
        XElement? element = _members.GetValueOrDefault(DocumentId.Of(member));
        while (element?.Element("inheritdoc") is { } inherited)
            element = inherited.Attribute("cref") is { } cref ? _members.GetValueOrDefault(cref.Value) : null;
        return element;
    }

    private string Markdown(XElement element, MemberInfo member, Page on) =>
        new XmlMarkdown(cref => Link(cref, member, on)).Convert(element);

    private string Link(string cref, MemberInfo from, Page on)
    {
        string name = cref[2..].Split('(')[0];
        if (_types.TryGetValue(cref, out Type? type))
            return LinkTo(type, Signature.NameOf(type), on);
        int dot = name.LastIndexOf('.');
        string member = name[(dot + 1)..].Split('`')[0];
        if (cref.StartsWith("T:", StringComparison.Ordinal) || !_types.TryGetValue("T:" + name[..dot], out Type? declaring))
            return $"`{member}`";
        if (declaring == (from as Type ?? from.DeclaringType))
            return $"`{member}`";
        return LinkTo(declaring, $"{Signature.NameOf(declaring)}.{member}", on);
    }

    /// <summary>A link to the section of a type, from a page.</summary>
    public string LinkTo(Type type, string text, Page on)
    {
        Page to = _pages.Find(type)!;
        string file = to == on ? "" : to.Package == on.Package ? $"{to.Name}.md" : $"../{to.File}";
        return $"[`{text}`]({file}#{Signature.Anchor(type)})";
    }
}
