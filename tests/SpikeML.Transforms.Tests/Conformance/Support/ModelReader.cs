using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>Runs the program tests/SpikeML.ModelReader: another process, which knows ML.NET alone.</summary>
internal static class ModelReader
{
    /// <summary>Saves a model, with rows to read through it, where <see cref="Read"/> finds them under the name.</summary>
    public static void Save(TemporaryFolder folder, string name, MLContext context, ITransformer model, IDataView rows)
    {
        string path = Directory.CreateDirectory(folder.File(name)).FullName;
        context.Model.Save(model, rows.Schema, Path.Combine(path, "model.zip"));
        using FileStream stream = File.Create(Path.Combine(path, "rows.idv"));
        context.Data.SaveAsBinary(rows, stream);
    }

    /// <summary>Reads all models of a folder in one process.</summary>
    /// <param name="folder">Where they were saved.</param>
    /// <param name="contextSeeds">The seeds of that process's MLContexts, "-" for none, with commas.</param>
    /// <param name="columns">The columns that are hashed together.</param>
    /// <returns>For each model, a row's way of reading, its Id and the hash of its columns.</returns>
    public static ILookup<string, ModelReading> Read(TemporaryFolder folder, string contextSeeds, params string[] columns)
    {
        string reader = Path.Combine(AppContext.BaseDirectory, "SpikeML.ModelReader.dll");
        // By the tests' own list of assemblies, in which are all that a model may name.
        string assemblies = Path.ChangeExtension(typeof(ModelReader).Assembly.Location, ".deps.json");
        ProcessStartInfo start = new("dotnet", ["exec", "--depsfile", assemblies, reader, folder.Path, contextSeeds, .. columns])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        ILookup<string, ModelReading> readings = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('\t'))
            .ToLookup(words => words[0], words => words[1] == ModelReading.Error
                ? new ModelReading(words[1], 0, words[2])
                : new ModelReading(words[1], int.Parse(words[2]), words[3]));
        string last = readings.LastOrDefault()?.Key ?? "no model";
        Assert.True(process.ExitCode == 0, $"The process ended after reading {last}: {errors.Result}");
        return readings;
    }

    /// <summary>The hash that the program prints.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..16];
}

/// <summary>What another process read of a row; or its error, in place of the hash.</summary>
internal sealed record ModelReading(string Way, int Id, string Hash)
{
    public const string Error = "error";
}
