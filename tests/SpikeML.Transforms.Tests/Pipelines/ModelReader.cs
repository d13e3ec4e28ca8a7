using System.Diagnostics;
using System.Security.Cryptography;

namespace SpikeML.Tests.Pipelines;

/// <summary>Runs the program tests/SpikeML.ModelReader: another process, which knows ML.NET alone.</summary>
internal static class ModelReader
{
    /// <summary>Reads rows.idv through model.zip, both in the folder; gives each way of reading, with each row's Id and the hash of its columns.</summary>
    /// <param name="folder">Where the two files are.</param>
    /// <param name="contextSeed">The seed of that process's MLContext, or "-".</param>
    /// <param name="columns">The columns that are hashed together.</param>
    public static ILookup<string, (int Id, string Hash)> Read(TemporaryFolder folder, string contextSeed, params string[] columns)
    {
        string reader = Path.Combine(AppContext.BaseDirectory, "SpikeML.ModelReader.dll");
        // By the tests' own list of assemblies, in which are all that a model may name.
        string assemblies = Path.ChangeExtension(typeof(ModelReader).Assembly.Location, ".deps.json");
        ProcessStartInfo start = new("dotnet", ["exec", "--depsfile", assemblies, reader, folder.File("model.zip"), folder.File("rows.idv"), contextSeed, .. columns])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .ToLookup(words => words[0], words => (int.Parse(words[1]), words[2]));
    }

    /// <summary>The hash that the program prints.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..16];
}
