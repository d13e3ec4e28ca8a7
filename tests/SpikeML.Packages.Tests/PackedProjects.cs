[assembly: AssemblyFixture(typeof(SpikeML.Packages.Tests.PackedProjects))]

namespace SpikeML.Packages.Tests;

/// <summary>
/// The packages of every packable project of the solution, in a folder of their own, under a version that no cache holds and
/// that a user gets who names none.
/// </summary>
public sealed class PackedProjects : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-packages-");

    /// <summary>The projects' version, with the second of this run for its last number.</summary>
    public string Version { get; } =
        $"{Build.Version[..Build.Version.LastIndexOf('.')]}.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";

    /// <summary>The folder, which is a source of packages.</summary>
    public string Feed => _folder.FullName;

    public async ValueTask InitializeAsync() => await PackInto(Feed);

    public async Task PackInto(string folder) => await Dotnet.Run(Build.RepositoryRoot, new Dictionary<string, string>(),
        "pack", "SpikeML.sln", "-c", Build.Configuration, "--no-build", "-o", folder, $"-p:Version={Version}");

    public string PathOf(string id, string extension = "nupkg") => Path.Combine(Feed, $"{id}.{Version}.{extension}");

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
