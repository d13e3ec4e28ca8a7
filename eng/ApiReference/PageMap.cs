using System.Reflection;
using System.Text.RegularExpressions;

/// <summary>A page: the public types that a folder of the sources declares.</summary>
/// <param name="Package">The package, which is a folder of pages.</param>
/// <param name="Name">The name of the folder of sources, or of the package for its own folder.</param>
/// <param name="Types">The types, by name; static ones and catalogs first.</param>
internal sealed record Page(string Package, string Name, IReadOnlyList<Type> Types)
{
    public string File => $"{Package}/{Name}.md";
}

/// <summary>Which type is documented on which page.</summary>
internal sealed partial class PageMap
{
    private readonly Dictionary<Type, Page> _pageOf = [];
    private readonly List<Page> _pages = [];

    public PageMap(IEnumerable<Assembly> packages, string root)
    {
        foreach (Assembly package in packages)
        {
            string name = package.GetName().Name!;
            Dictionary<string, string> folders = FoldersOf(Path.Combine(root, "src", name), name);
            foreach (IGrouping<string, Type> group in PublicTypes(package).GroupBy(type => folders[type.Name.Split('`')[0]]))
            {
                Page page = new(name, group.Key, [.. group.OrderBy(Rank).ThenBy(type => type.Name, StringComparer.Ordinal)]);
                _pages.Add(page);
                foreach (Type type in page.Types)
                    _pageOf[type] = page;
            }
        }
    }

    /// <summary>The pages, package by package; a package's own page is its first.</summary>
    public IEnumerable<Page> All => _pages.GroupBy(page => page.Package)
        .SelectMany(package => package.OrderBy(page => page.Name != page.Package).ThenBy(page =>
            page.Name, StringComparer.Ordinal));

    public Page? Find(Type type) => _pageOf.GetValueOrDefault(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    /// <summary>The public types that have names; the compiler makes others for extension blocks.</summary>
    public static IEnumerable<Type> PublicTypes(Assembly package) =>
        package.GetExportedTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal));

    // What a user calls, then what it takes, then what it gives.
    private static int Rank(Type type) => type switch
    {
        _ when type.IsAbstract && type.IsSealed => 0,
        _ when type.Name.EndsWith("Catalog", StringComparison.Ordinal) => 1,
        _ when type.Name.EndsWith("Options", StringComparison.Ordinal) => 2,
        _ when type.Name.Contains("Estimator", StringComparison.Ordinal) => 4,
        _ when type.Name.Contains("Transformer", StringComparison.Ordinal) => 5,
        _ => 3,
    };

    /// <summary>The folder below the package's, or below Encoding, in which each type is declared.</summary>
    private static Dictionary<string, string> FoldersOf(string sources, string package)
    {
        Dictionary<string, string> folders = [];
        foreach (string file in Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            string[] path = Path.GetRelativePath(sources, file).Split('/', '\\');
            if (path[0] is "obj" or "bin")
                continue;
            string folder = path switch
            {
                [_] => package,
                ["Encoding", var encoder, _, ..] => encoder,
                _ => path[0],
            };
            foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
            {
                // What is declared in parts, in several folders, belongs to the package.
                string name = declaration.Groups["name"].Value;
                folders[name] = folders.GetValueOrDefault(name, folder) == folder ? folder : package;
            }
        }
        return folders;
    }

    [GeneratedRegex(@"^public (?:\w+ )*(?:class|struct|enum|interface|record) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
