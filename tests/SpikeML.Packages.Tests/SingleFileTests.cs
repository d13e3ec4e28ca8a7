namespace SpikeML.Packages.Tests;

/// <summary>
/// The packages in a program of a single file whose rows are classes of its own (docs/quick-start.md has one without). A warning
/// fails.
/// </summary>
public class SingleFileTests(PackedProjects packed)
{
    [Fact]
    public async Task Single_file_encodes_trains_saves_loads_and_draws()
    {
        using UserFolder user = new(packed);
        user.Copy("app.cs");
        string output = await user.Dotnet("run", "app.cs", "-warnaserror");
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.Contains("the same spikes", output, StringComparison.Ordinal);
        Assert.True(File.Exists(user.File("digit.svg")));
    }
}
