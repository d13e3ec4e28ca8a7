using SpikeML.Documents;

namespace SpikeML.Packages.Tests;

/// <summary>
/// A project that names an older Microsoft.ML, as Model Builder writes it. The older package is a stand-in with its name, its
/// version and nothing in it: NuGet compares no more.
/// </summary>
public class OlderMlNetTests(PackedProjects packed)
{
    private const string Project = """
        <PackageReference Include="Microsoft.ML" Version="4.0.2" />
        """;

    [Fact]
    public async Task Commands_of_the_how_to_help_when_restore_stops_at_an_older_Microsoft_ML()
    {
        using UserFolder user = new(packed, standIn: ("Microsoft.ML", "4.0.2"));
        user.WriteProject("Older.csproj", "", Project);
        user.Write("Program.cs", """
            using Microsoft.ML;
            System.Console.WriteLine(new MLContext().Transforms.Spikes.EncodeRate("Spikes", "Features"));
            """);
        await user.Dotnet("add", "package", "SpikeML.Transforms");
        (int exitCode, string text) = await user.TryDotnet("restore");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("NU1605: Warning As Error: Detected package downgrade: Microsoft.ML", text, StringComparison.Ordinal);

        (exitCode, text) = await user.TryBash(user.File("."), Remedy.Code);
        Assert.True(exitCode == 0, text);
        Assert.Contains("RateEncodingOptions", await user.Dotnet("run", "-c", "Release"), StringComparison.Ordinal);
    }

    private static DocumentBlock Remedy { get; } = DocumentBlock.Read(
        Path.Combine(Build.RepositoryRoot, "docs", "how-to", "model-builder.md"))
        .Single(block => block.RunBy == nameof(OlderMlNetTests));
}
