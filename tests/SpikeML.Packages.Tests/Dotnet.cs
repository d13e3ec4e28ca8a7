using System.Diagnostics;

namespace SpikeML.Packages.Tests;

/// <summary>Runs the SDK's commands as a user does: in a folder, with no variables of the test run.</summary>
internal static class Dotnet
{
    public static async Task<string> Run(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        (int exitCode, string text) = await TryRun(folder, variables, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} in {folder} failed with {exitCode}:\n{text}");
        return text;
    }

    public static Task<(int ExitCode, string Text)> TryRun(string folder, IReadOnlyDictionary<string, string> variables,
        params string[] arguments) => TryRunProgram("dotnet", folder, variables, arguments);

    /// <summary>Runs any program in the surroundings of the SDK's commands.</summary>
    public static async Task<(int ExitCode, string Text)> TryRunProgram(string program, string folder,
        IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        foreach ((string name, string value) in Unattended.Concat(variables))
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output + await errors);
    }

    // No server stays behind when the command is done.
    private static Dictionary<string, string> Unattended => new()
    {
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        // Profiles for the compiler cost more time than they gain in seconds.
        ["DOTNET_TieredPGO"] = "0",
    };
}
