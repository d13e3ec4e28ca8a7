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

    [Fact]
    public async Task Single_file_runs_every_kind_of_verb_when_code_and_JSON_of_reflection_are_off_as_by_default()
    {
        using UserFolder user = new(packed);
        user.Copy("verbs.cs");
        string output = await user.Dotnet("run", "verbs.cs", "-warnaserror");
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.EndsWith("all done", output.TrimEnd(), StringComparison.Ordinal);
        Assert.All(["raster.pdf", "animation.apng", "animation.html", "counts.html"], name =>
            Assert.True(new FileInfo(user.File(name)).Length > 0));
    }
}
