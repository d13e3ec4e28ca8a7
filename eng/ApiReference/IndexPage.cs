using System.Text;

/// <summary>Writes the page that leads to the others.</summary>
internal static class IndexPage
{
    public static string Write(PageMap pages, Documentation documentation)
    {
        Page index = new("", "", []);
        StringBuilder text = new("""
            # API reference

            Every public type of the packages, a page for each folder of the sources, made from the documentation comments by
            `dotnet run -c Release --project eng/ApiReference`. [Choosing a code](../codes/README.md) has a page for each code.

            """.ReplaceLineEndings("\n"));
        foreach (IGrouping<string, Page> package in pages.All.GroupBy(page => page.Package))
        {
            text.Append($"\n## {package.Key}\n\n| page | types |\n|---|---|\n");
            foreach (Page page in package)
                text.Append($"| [{page.Name}]({page.File}) | {string.Join(", ", page.Types.Select(type => documentation.LinkTo(type, Signature.NameOf(type), index).Replace("](../", "](", StringComparison.Ordinal)))} |\n");
        }
        return text.ToString();
    }
}
