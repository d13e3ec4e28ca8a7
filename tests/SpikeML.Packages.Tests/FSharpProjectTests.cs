using SpikeML.Documents;

namespace SpikeML.Packages.Tests;

/// <summary>The packages in an F# project. A warning of the restore or the build fails.</summary>
public class FSharpProjectTests(PackedProjects packed)
{
    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot).Where(page => Programs(page).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task FSharp_project_runs_the_program_of_its_page(string page)
    {
        using UserFolder user = new(packed);
        user.Write("Program.fs", Assert.Single(Programs(page)).Code);
        user.WriteProject("Digits.fsproj", "", """
            <Compile Include="Program.fs" />
            <PackageReference Include="SpikeML.Plot" Version="$VERSION" />
            """);
        string output = await user.Dotnet("run", "-c", "Release", "-warnaserror");
        Assert.Contains("of the held-out digits are right", output, StringComparison.Ordinal);
        Assert.Contains("10 scores", output, StringComparison.Ordinal);
        Assert.True(File.Exists(user.File("digit.png")));
    }

    private static IEnumerable<DocumentBlock> Programs(string page) =>
        DocumentBlock.Read(Path.Combine(Build.RepositoryRoot, page)).Where(block => block.Language == "fsharp");
}
