using System.Diagnostics;
using System.Reflection;

namespace SpikeML.Samples.Tests;

/// <summary>Runs the built samples as users run them: as programs.</summary>
internal static class SampleProgram
{
    public static (int ExitCode, string Output) Run(string sample, params string[] arguments)
    {
        using Process process = Start(sample, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public static Process Start(string sample, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", PathOf(sample), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // As in the tests themselves: profiles for the compiler cost more time than they gain in seconds.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;

    /// <summary>The folder in the repository that a sample was built from.</summary>
    public static string SourceFolder(string sample)
    {
        DirectoryInfo? folder = new FileInfo(PathOf(sample)).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, sample + ".csproj")))
            folder = folder.Parent;
        return folder!.FullName;
    }

    /// <summary>The folder of a built sample.</summary>
    public static string OutputFolder(string sample) => Path.GetDirectoryName(PathOf(sample))!;

    private static string PathOf(string sample) => typeof(SampleProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == sample).Value!;
}
