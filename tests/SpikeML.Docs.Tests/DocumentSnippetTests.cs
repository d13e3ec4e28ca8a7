namespace SpikeML.Docs.Tests;

/// <summary>Every C# block of README.md and docs/ is compiled into this project; here each runs.</summary>
public class DocumentSnippetTests
{
    public static TheoryData<string> Snippets =>
        [.. typeof(DocumentSnippet).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(DocumentSnippet)) && !type.IsAbstract).Select(type => type.FullName!).Order()];

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Snippet_runs(string snippet)
    {
        string before = Environment.CurrentDirectory;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spikeml-docs-");
        Environment.CurrentDirectory = folder.FullName;
        try
        {
            await ((DocumentSnippet)Activator.CreateInstance(Type.GetType(snippet, throwOnError: true)!)!).Run();
        }
        finally
        {
            Environment.CurrentDirectory = before;
            folder.Delete(recursive: true);
        }
    }
}
