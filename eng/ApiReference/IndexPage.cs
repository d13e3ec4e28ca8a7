using System.Text;

/// <summary>Writes what leads to the pages: the index, and the contents of the site's part for the API.</summary>
internal static class IndexPage
{
    public static string Write(PageMap pages, Documentation documentation)
    {
        Page index = new("", "", "", []);
        StringBuilder text = new("""
            # API reference

            Every public type of the packages, by concept. These pages are generated from the documentation comments:
            `dotnet run -c Release --project eng/ApiReference`. [Choosing a code](../codes/README.md) has a page for each code.

            """.ReplaceLineEndings("\n"));
        foreach ((Concept concept, Page[] of) in pages.All)
        {
            text.Append($"\n## {concept.Name}\n\nPackage {concept.Package}.\n\n| page | types |\n|---|---|\n");
            foreach (Page page in of)
                text.Append($"| [{page.Title}]({page.File}) | {string.Join(", ", page.Types.Select(type => LinkTo(type)))} |\n");
        }
        return text.ToString();

        string LinkTo(Type type) => documentation.LinkTo(type, Signature.NameOf(type), index)
            .Replace("](../", "](", StringComparison.Ordinal);
    }

    /// <summary>The contents, as docfx reads them.</summary>
    public static string Contents(PageMap pages)
    {
        StringBuilder text = new("items:\n- name: API reference\n  href: README.md\n");
        foreach ((Concept concept, Page[] of) in pages.All)
        {
            if (of.Length == 1)
            {
                text.Append($"- name: {of[0].Title}\n  href: {of[0].File}\n");
                continue;
            }
            text.Append($"- name: {concept.Name}\n  items:\n");
            foreach (Page page in of)
                text.Append($"  - name: {page.Title}\n    href: {page.File}\n");
        }
        return text.ToString();
    }
}
