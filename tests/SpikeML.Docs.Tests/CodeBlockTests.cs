using SpikeML.Documents;

namespace SpikeML.Docs.Tests;

/// <summary>
/// No code block is left out in silence: a block of a language that runs is run, or a comment above it says which test does
/// what it says (<c>run by</c>), or why none does (<c>not run</c>).
/// </summary>
public class CodeBlockTests
{
    // Snippets of these pages are compiled into SpikeML.TorchSharp.Tests (eng/Documents.targets).
    private static readonly string[] NeedLibtorch =
        [
            "docs/torchsharp.md", "docs/onnx.md", "docs/nir.md", "docs/how-to/gpu.md", "docs/api/SpikeML.TorchSharp/",
            "src/SpikeML.TorchSharp/", "docs/api/SpikeML.Nir/", "src/SpikeML.Nir/",
        ];

    private static readonly string[] Languages = ["csharp", "fsharp", "sh", "python", "text", "json", "xml"];

    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_run_or_says_why_not(string page)
    {
        foreach (DocumentBlock block in Read(page))
        {
            string place = $"{page}:{block.Line}";
            Assert.True(Languages.Contains(block.Language),
                $"{place}: name the block's language, one of {string.Join(", ", Languages)}.");
            if (block is { NotRun: null, RunBy: null, Language: "csharp" or "fsharp" or "sh" or "python" })
                Assert.True(Runs(page, block), $"{place}: nothing runs this block. Say why, as <!-- not run: why -->.");
            Assert.True(block.NotRun is null or { Length: > 10 }, $"{place}: say why the block is not run.");
            if (block.RunBy is string test)
                Assert.True(TestClasses.Contains(test), $"{place} is run by {test}, and there is no such test.");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_fenced(string page)
    {
        bool fenced = false, list = false, blank = true;
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(Build.RepositoryRoot, page)))
        {
            number++;
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            Assert.False(!fenced && !list && blank && line.StartsWith("    ", StringComparison.Ordinal),
                $"{page}:{number}: fence the code and name its language, since an indented block is in none.");
            blank = line.Length == 0;
            if (!blank && line[0] != ' ')
                list = line[0] is '-' or '*' || char.IsAsciiDigit(line[0]);
        }
    }

    private static IEnumerable<DocumentBlock> Read(string page) => DocumentBlock.Read(Path.Combine(Build.RepositoryRoot, page));

    // Scripts, programs of files and F# are run by SpikeML.Packages.Tests, which takes them from the pages as this class does.
    private static bool Runs(string page, DocumentBlock block) => block.IsSnippet
        ? NeedLibtorch.Any(start => page.StartsWith(start, StringComparison.Ordinal))
            || typeof(DocumentSnippet).Assembly
                .GetType($"SpikeML.Docs.Tests.Snippets.{SnippetNames.Of(block.Page)}_{block.Line}.Snippet") is not null
        : block.IsScript || block.File is not null || block.Language == "fsharp";

    private static HashSet<string> TestClasses { get; } = [.. Directory.EnumerateFiles(
        Path.Combine(Build.RepositoryRoot, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path))];
}
