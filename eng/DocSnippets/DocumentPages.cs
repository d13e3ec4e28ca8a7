namespace SpikeML.Documents;

/// <summary>The pages that readers see: the repository's, docs, and the READMEs of packages and samples.</summary>
internal static class DocumentPages
{
    /// <summary>The pages' paths from the repository's root, in order.</summary>
    public static IEnumerable<string> Of(string root) => Directory.EnumerateFiles(root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Readmes(Path.Combine(root, "src"))).Concat(Readmes(Path.Combine(root, "samples")))
        .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Readmes(string folder) => Directory.EnumerateDirectories(folder).Append(folder)
        .Select(path => Path.Combine(path, "README.md")).Where(File.Exists);
}
