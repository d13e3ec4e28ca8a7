namespace SpikeML.Packages.Tests;

/// <summary>
/// A user's folder, outside of this repository, where packages come from the feed and from the machine's nuget.org.
/// </summary>
internal sealed class UserFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-user-");
    private readonly DirectoryInfo _packages = Directory.CreateTempSubdirectory("spikeml-cache-");
    private readonly string _version;

    public UserFolder(PackedProjects packed)
    {
        _version = packed.Version;
        Write("nuget.config", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="spikeml" value="{packed.Feed}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
                <packageSource key="spikeml">
                  <package pattern="SpikeML.*" />
                </packageSource>
                <packageSource key="nuget.org">
                  <package pattern="*" />
                </packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    /// <summary>Writes one of this project's programs.</summary>
    public void Copy(string program) => Write(Path.GetFileName(program),
        System.IO.File.ReadAllText(Path.Combine(Build.RepositoryRoot, "tests", "SpikeML.Packages.Tests", "Programs", program)));

    /// <summary>Writes a project file as <c>dotnet new console</c> does, and as <c>dotnet add package</c> changes it.</summary>
    public void WriteProject(string name, string properties, string items) => Write(name, $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            {properties}
          </PropertyGroup>

          <ItemGroup>
            {items.Replace("$VERSION", _version, StringComparison.Ordinal)}
          </ItemGroup>

        </Project>
        """);

    /// <summary>Runs a command of the SDK, which succeeds.</summary>
    public Task<string> Dotnet(params string[] arguments) => Tests.Dotnet.Run(_folder.FullName, Variables, arguments);

    public Task<(int ExitCode, string Text)> TryDotnet(params string[] arguments) =>
        Tests.Dotnet.TryRun(_folder.FullName, Variables, arguments);

    // The caches are this folder's own, so that the machine's never hold what was packed for a test.
    private Dictionary<string, string> Variables => new()
    {
        ["NUGET_PACKAGES"] = _packages.FullName,
        ["RestoreFallbackFolders"] = MachineCache,
        // Where Linux keeps what a single file was built to.
        ["XDG_DATA_HOME"] = _packages.FullName,
    };

    private static string MachineCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _packages.Delete(recursive: true);
    }
}
