using System.Text.Json;

namespace SpikeML.Plot.Tests;

/// <summary>Headless Chromium, driven through playwright-core; tests are skipped where one of them is absent.</summary>
internal static class Browser
{
    /// <summary>Opens a page and plays a scene of a script, which prints what it saw.</summary>
    public static async Task<JsonElement> Drive(string script, string page, string scene)
    {
        string modules = Environment.GetEnvironmentVariable("SPIKEML_NODE_MODULES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "spikeml-tools",
                "node_modules");
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "playwright-core")),
            "This machine has no playwright-core (.ci/run installs it).");
        Tool.SkipUnlessFound("chromium");
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("page.html"), page, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await Tool.Print("node", Path.Combine(AppContext.BaseDirectory, script), modules,
            folder.File("page.html"), scene, folder.File("profile"))).RootElement;
    }
}
