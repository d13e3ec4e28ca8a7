using System.Text.RegularExpressions;

namespace SpikeML.Packages.Tests;

/// <summary>The size and the files of the package of the command.</summary>
public class ToolPackageContentTests(PackedProjects packed)
{
    private const long MostBytes = 25_000_000;

    private static readonly string[] Platforms = ["linux-arm64", "linux-x64", "osx", "win-x64"];

    [Fact]
    public void Tool_is_smaller_than_25_MB() =>
        Assert.InRange(new FileInfo(packed.PathOf("SpikeML.Tool")).Length, 1_000_000, MostBytes);

    [Fact]
    public void Tool_holds_no_symbols_and_no_tool_of_the_build()
    {
        using Package package = new(packed.PathOf("SpikeML.Tool"));
        Assert.DoesNotContain(package.Content, file => Path.GetExtension(file) is ".pdb" or ".dbg" or ".dwarf"
            || file.Contains("PublicReferences", StringComparison.Ordinal)
            || file.Contains("TorchCompatibility", StringComparison.Ordinal));
        Assert.Equal(["tools/net10.0/any/SpikeML.Transforms.xml"], package.Content.Where(file => file.EndsWith(".xml",
            StringComparison.Ordinal) && file != "tools/net10.0/any/DotnetToolSettings.xml"));
    }

    [Fact]
    public void Tool_holds_natives_of_the_supported_platforms_alone()
    {
        using Package package = new(packed.PathOf("SpikeML.Tool"));
        string[] natives = [.. package.Content.Where(file => file.Contains("/native/", StringComparison.Ordinal))];
        Assert.Equal(Platforms, natives.Select(file => file.Split('/')[^3]).Order(StringComparer.Ordinal));
        Assert.All(natives, file => Assert.StartsWith("libSkiaSharp.", Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Notices_name_every_file_of_others()
    {
        using Package package = new(packed.PathOf("SpikeML.Tool"));
        string[] patterns = [.. Regex.Matches(package.Text("THIRD-PARTY-NOTICES.txt"), @"[\w.]+(\.\*)?\.(dll|\*)|lib\w+\.\*")
            .Select(match => $"^{Regex.Escape(match.Value).Replace(@"\.\*\.dll", @"(\..*)?\.dll").Replace(@"\*", ".*")}$")];
        IEnumerable<string> others = package.Content.Where(file => Path.GetExtension(file) is ".dll" or ".so" or ".dylib")
            .Select(file => Path.GetFileName(file)).Where(file => !file.StartsWith("SpikeML.", StringComparison.Ordinal));
        Assert.All(others, file => Assert.Contains(patterns, pattern => Regex.IsMatch(file, pattern)));
    }
}
