namespace SpikeML.Benchmarks.Codes;

/// <summary>A page whose tables stand between two comments, so that a new run renews them and nothing else.</summary>
internal static class MarkdownFile
{
    private const string Begin = "<!-- codes: begin -->", End = "<!-- codes: end -->";

    /// <summary>Puts the tables between the page's comments; makes the page where there is none.</summary>
    public static void Write(string path, string tables)
    {
        string page = File.Exists(path) ? File.ReadAllText(path) : $"{Begin}\n{End}\n";
        int begin = page.IndexOf(Begin, StringComparison.Ordinal), end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidDataException($"{path} has no place for the tables: give it the lines {Begin} and {End}.");
        File.WriteAllText(path, $"{page[..(begin + Begin.Length)]}\n\n{tables.ReplaceLineEndings("\n")}\n{page[end..]}");
    }
}
