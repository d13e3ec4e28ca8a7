using System.Reflection;

namespace SpikeML.Packages.Tests;

/// <summary>What was known when this project was built.</summary>
internal static class Build
{
    public static string RepositoryRoot => Metadata(nameof(RepositoryRoot));

    public static string Configuration => Metadata(nameof(Configuration));

    public static string Version => Metadata(nameof(Version));

    private static string Metadata(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
