using System.IO.Compression;

namespace SpikeML.Packages.Tests;

/// <summary>
/// A user's folder, outside of this repository, where packages come from the feed and from the machine's nuget.org.
/// </summary>
internal sealed class UserFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-user-");
    private readonly DirectoryInfo _packages = Directory.CreateTempSubdirectory("spikeml-cache-");
    private readonly DirectoryInfo _standIns = Directory.CreateTempSubdirectory("spikeml-stand-ins-");
    private readonly string _version;

    /// <param name="packed">The packages.</param>
    /// <param name="standIn">The name and version of an empty package that this user's source has.</param>
    public UserFolder(PackedProjects packed, (string Id, string Version)? standIn = null)
    {
        _version = packed.Version;
        if (standIn is (string id, string version))
            WriteStandIn(id, version);
        Write("nuget.config", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="spikeml" value="{packed.Feed}" />
                <add key="stand-ins" value="{_standIns.FullName}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
                <packageSource key="stand-ins">
                  <package pattern="{standIn?.Id ?? "None"}" />
                </packageSource>
                <packageSource key="spikeml">
                  <package pattern="SpikeML.*" />
                </packageSource>
                <packageSource key="nuget.org">
                  <package pattern="*" />
                  <package pattern="{standIn?.Id ?? "None"}" />
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

    /// <summary>Runs a program that was published.</summary>
    public Task<(int ExitCode, string Text)> TryProgram(string path) =>
        Tests.Dotnet.TryRunProgram(path, _folder.FullName, Variables);

    /// <summary>Runs a bash script that begins in a folder, with the global tools that it installs in its path.</summary>
    public Task<(int ExitCode, string Text)> TryBash(string folder, string script) => Tests.Dotnet.TryRunProgram("bash", folder,
        new Dictionary<string, string>(Variables)
        {
            ["DOTNET_CLI_HOME"] = _packages.FullName,
            ["PATH"] = Path.Combine(_packages.FullName, ".dotnet", "tools") + Path.PathSeparator
                + Environment.GetEnvironmentVariable("PATH"),
        }, "-eu", "-c", "exec 2>&1\n" + script);

    // The caches are this folder's own, so that the machine's never hold what was packed for a test.
    private Dictionary<string, string> Variables => new()
    {
        ["NUGET_PACKAGES"] = _packages.FullName,
        ["RestoreFallbackFolders"] = MachineCache,
        // Where Linux keeps what a single file was built to.
        ["XDG_DATA_HOME"] = _packages.FullName,
    };

    private void WriteStandIn(string id, string version)
    {
        using ZipArchive package = ZipFile.Open(Path.Combine(_standIns.FullName, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using StreamWriter manifest = new(package.CreateEntry($"{id}.nuspec").Open());
        manifest.Write($"""
            <package>
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>Tests</authors>
                <description>A stand-in.</description>
              </metadata>
            </package>
            """);
    }

    private static string MachineCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _packages.Delete(recursive: true);
        _standIns.Delete(recursive: true);
    }
}
