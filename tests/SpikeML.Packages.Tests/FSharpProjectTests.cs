using System.Text.RegularExpressions;

namespace SpikeML.Packages.Tests;

/// <summary>The packages in an F# project. A warning of the restore or the build fails.</summary>
public partial class FSharpProjectTests(PackedProjects packed)
{
    [Fact]
    public async Task FSharp_project_runs_the_program_of_its_page()
    {
        using UserFolder user = new(packed);
        string page = await File.ReadAllTextAsync(Path.Combine(Build.RepositoryRoot, "docs", "fsharp.md"),
            TestContext.Current.CancellationToken);
        user.Write("Program.fs", FSharpBlock().Match(page).Groups["code"].Value);
        user.WriteProject("Digits.fsproj", "", """
            <Compile Include="Program.fs" />
            <PackageReference Include="SpikeML.Plot" Version="$VERSION" />
            """);
        string output = await user.Dotnet("run", "-c", "Release", "-warnaserror");
        Assert.Contains("of the held-out digits are right", output, StringComparison.Ordinal);
        Assert.Contains("10 scores", output, StringComparison.Ordinal);
        Assert.True(File.Exists(user.File("digit.png")));
    }

    [GeneratedRegex("^```fsharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FSharpBlock();
}
