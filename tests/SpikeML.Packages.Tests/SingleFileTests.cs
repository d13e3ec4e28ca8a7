namespace SpikeML.Packages.Tests;

/// <summary>The packages in a program of a single file. A warning fails.</summary>
public class SingleFileTests(PackedProjects packed)
{
    [Fact]
    public async Task Single_file_encodes_trains_saves_loads_and_draws()
    {
        using UserFolder user = new(packed);
        user.Copy("app.cs");
        user.Write("app.cs", (await File.ReadAllTextAsync(user.File("app.cs"), TestContext.Current.CancellationToken))
            .Replace("@1.*", $"@{packed.Version}", StringComparison.Ordinal));
        string output = await user.Dotnet("run", "app.cs", "-warnaserror");
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.Contains("the same spikes", output, StringComparison.Ordinal);
        Assert.True(File.Exists(user.File("digit.svg")));
    }
}
