using System.Diagnostics;
using System.Text.Json;

namespace SpikeML.Docs.Tests.Site;

/// <summary>The site that eng/site.sh built, in headless Chromium on a desktop and on a phone, driven by site.mjs.</summary>
public sealed class SiteTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Build.RepositoryRoot, "output", "site");

    private readonly DirectoryInfo _profiles = Directory.CreateTempSubdirectory("spikeml-site-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _profiles.Delete(recursive: true);

    [Fact]
    public async Task Pages_fit_their_window_and_need_nothing_from_elsewhere_on_a_desktop_and_on_a_phone()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The site is not built (eng/site.sh builds it).");
        string[] pages = LargestPages();
        foreach (JsonElement reading in (await Read(pages)).EnumerateArray())
        {
            string device = reading.GetProperty("name").GetString()!;
            JsonElement[] seen = [.. reading.GetProperty("seen").EnumerateArray()];
            Assert.Equal(pages, seen.Select(page => page.GetProperty("page").GetString()));
            Assert.All(seen, page =>
            {
                Assert.NotEmpty(page.GetProperty("title").GetString()!);
                Assert.Empty(page.GetProperty("broken").EnumerateArray());
                Assert.True(page.GetProperty("scroll").GetInt32() <= page.GetProperty("width").GetInt32(),
                    $"{page.GetProperty("page")} is wider than a {device}: {page.GetProperty("scroll")} pixels.");
                Assert.Equal("en", page.GetProperty("language").GetString());
                Assert.Equal(0, page.GetProperty("unreachable").GetInt32());
                Assert.Equal(0, page.GetProperty("namelessColumns").GetInt32());
                Assert.Equal(device == "phone", IsDark(page.GetProperty("background").GetString()!));
            });
            foreach (string fault in (string[])["failed", "outside", "messages"])
                Assert.Empty(reading.GetProperty(fault).EnumerateArray().Select(text => text.GetString()));
            Assert.Contains(reading.GetProperty("results").EnumerateArray(), title => title.GetString() == "Latency");
            Assert.True(reading.GetProperty("found").GetBoolean(),
                $"The first result of a search on a {device} is another page.");
        }
    }

    // The first page, and the largest of each folder of the documentation and of the API.
    private static string[] LargestPages() => ["index.html",
        .. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("<article", StringComparison.Ordinal))
            .GroupBy(path => Path.GetRelativePath(Folder, Path.GetDirectoryName(path)!).Replace('\\', '/'))
            .Where(folder => folder.Key.Split('/')[0] is "docs" or "api").OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => $"{folder.Key}/{Path.GetFileName(folder.MaxBy(path => new FileInfo(path).Length))}")];

    private static bool IsDark(string color) => color.Split('(', ',')[1] is var red
        && int.Parse(red, System.Globalization.CultureInfo.InvariantCulture) < 128;

    private async Task<JsonElement> Read(string[] pages)
    {
        string modules = Environment.GetEnvironmentVariable("SPIKEML_NODE_MODULES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "spikeml-tools",
                "node_modules");
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "playwright-core")),
            "This machine has no playwright-core (.ci/run installs it).");
        SkipUnlessFound("chromium");
        SkipUnlessFound("node");
        string script = Path.Combine(AppContext.BaseDirectory, "Site", "site.mjs");
        ProcessStartInfo start = new("node", [script, modules, Folder, Path.Combine(_profiles.FullName, "profile"), .. pages])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process node = Process.Start(start)!;
        Task<string> errors = node.StandardError.ReadToEndAsync(Cancellation);
        string output = await node.StandardOutput.ReadToEndAsync(Cancellation);
        await node.WaitForExitAsync(Cancellation);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private static void SkipUnlessFound(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder =>
            File.Exists(Path.Combine(folder, program))),
        $"This machine has no {program}.");
}
