using System.Reflection;
using System.Text.RegularExpressions;

/// <summary>A page: public types of a package that belong together.</summary>
/// <param name="Package">The package, which is a folder of pages.</param>
/// <param name="Name">The name of the page's file.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="Types">The types, by name; static ones and catalogs first.</param>
internal sealed record Page(string Package, string Name, string Title, IReadOnlyList<Type> Types)
{
    public string File => $"{Package}/{Name}.md";
}

/// <summary>Which type is documented on which page: each on exactly one.</summary>
internal sealed partial class PageMap
{
    private readonly Dictionary<Type, Page> _pageOf = [];

    public PageMap(IReadOnlyList<Assembly> packages, string root)
    {
        Dictionary<string, List<Type>> open = packages.ToDictionary(package => package.GetName().Name!, package =>
            PublicTypes(package).ToList());
        Dictionary<Type, string> folders = open.SelectMany(package => FoldersOf(package.Key, package.Value, root)).ToDictionary();
        List<(Concept Concept, Page[] Pages)> concepts = [];
        // Types that a page names come first: they are not on their folder's page.
        HashSet<string> named = [.. Concepts.All.SelectMany(concept => concept.Pages).SelectMany(page => page.Types)];
        foreach (Concept concept in Concepts.All)
            concepts.Add((concept, [.. concept.Pages.Select(page => Make(concept.Package, page, open[concept.Package], type =>
                page.Types.Contains(NameOf(type)) || !named.Contains(NameOf(type)) && page.Folders.Contains(folders[type])))]));
        All = concepts;
        Errors = [.. open.Values.SelectMany(types => types).Select(type =>
            $"{type.FullName} is in no concept: name its folder ({folders[type]}) or the type in eng/ApiReference/Concepts.cs."),
            .. concepts.SelectMany(concept => concept.Pages).Where(page => page.Types.Count == 0).Select(page =>
                $"The page {page.File} has no types: see eng/ApiReference/Concepts.cs.")];
    }

    /// <summary>The concepts, with their pages.</summary>
    public IReadOnlyList<(Concept Concept, Page[] Pages)> All { get; }

    /// <summary>What the concepts miss.</summary>
    public IReadOnlyList<string> Errors { get; }

    public Page? Find(Type type) => _pageOf.GetValueOrDefault(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    /// <summary>The public types that have names; the compiler makes others for extension blocks.</summary>
    public static IEnumerable<Type> PublicTypes(Assembly package) =>
        package.GetExportedTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal));

    private Page Make(string package, ConceptPage page, List<Type> open, Predicate<Type> isOnPage)
    {
        Page made = new(package, page.Name, page.Title, [.. open.Where(type => isOnPage(type)).OrderBy(Rank)
            .ThenBy(type => type.Name, StringComparer.Ordinal)]);
        foreach (Type type in made.Types)
            _pageOf[type] = made;
        open.RemoveAll(made.Types.Contains);
        return made;
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

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
    private static Dictionary<Type, string> FoldersOf(string package, IEnumerable<Type> types, string root)
    {
        string sources = Path.Combine(root, "src", package);
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
        return types.ToDictionary(type => type, type => folders[NameOf(type)]);
    }

    [GeneratedRegex(@"^public (?:\w+ )*(?:class|struct|enum|interface|record) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
