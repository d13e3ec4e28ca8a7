namespace SpikeML.Packages.Tests;

/// <summary>A project for an older .NET is told so, and does not restore to a program without the library.</summary>
public class OlderFrameworkTests(PackedProjects packed)
{
    [Fact]
    public async Task Restore_says_that_the_libraries_are_for_another_framework()
    {
        using UserFolder user = new(packed);
        string[] libraries = ["SpikeML.Transforms", "SpikeML.Plot", "SpikeML.TorchSharp", "SpikeML.Nir", "SpikeML.Events"];
        user.WriteProject("Older.csproj", "", string.Join('\n', libraries.Select(id =>
            $"""<PackageReference Include="{id}" Version="$VERSION" />""")));
        (int exitCode, string text) = await user.TryDotnet("restore", "-p:TargetFramework=net8.0");
        Assert.NotEqual(0, exitCode);
        Assert.All(libraries, id => Assert.Contains($"NU1202: Package {id} {packed.Version} is not compatible with net8.0", text,
            StringComparison.Ordinal));
    }
}
