using SpikeML.Documents;

namespace SpikeML.Packages.Tests;

/// <summary>The pages' commands and files, to the letter, against the packages, in folders outside the repository.</summary>
public class PageTests(PackedProjects packed)
{
    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot).Where(page =>
        DocumentBlock.Read(Path.Combine(Build.RepositoryRoot, page)).Any(block => block.IsScript))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Commands_of_the_page_do_what_it_says(string page)
    {
        using UserFolder user = new(packed);
        PageScript commands = new(Path.Combine(Build.RepositoryRoot, page), user.File("."));
        string start = Directory.CreateDirectory(user.File("start")).FullName;
        (int exitCode, string text) = await user.TryBash(start, commands.Script);
        Assert.True(exitCode == 0, $"The commands of {page} failed with {exitCode}:\n{text}");
        Assert.DoesNotContain("warning", text, StringComparison.OrdinalIgnoreCase);
        commands.CheckOutput(text);
    }
}
