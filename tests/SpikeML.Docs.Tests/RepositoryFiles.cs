using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>The files of the repository that are written by hand.</summary>
internal static class RepositoryFiles
{
    // What tools write: builds, the API reference, benchmarks, and Model Builder in a sample.
    private static readonly Regex Generated = new(
        @"(^|/)(bin|obj|output|TestResults|BenchmarkDotNet\.Artifacts|StrykerOutput|\.git)/|^docs/api/|^docs/performance\.md$"
        + @"|^samples/SpikeML\.ModelBuilder/DigitModel\.(training|consumption)\.cs$");

    /// <summary>Whether tools write a file, or all of a folder whose path ends in a slash.</summary>
    public static bool IsGenerated(string path) => Generated.IsMatch(path);

    /// <summary>The files of a folder, by their paths in the repository, with slashes.</summary>
    public static IEnumerable<string> In(string folder, SearchOption depth) => Directory
        .EnumerateFiles(Path.Combine(Build.RepositoryRoot, folder), "*", depth)
        .Select(path => Path.GetRelativePath(Build.RepositoryRoot, path).Replace('\\', '/'))
        .Where(file => !IsGenerated(file));
}
