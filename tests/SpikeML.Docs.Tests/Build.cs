using System.Reflection;

namespace SpikeML.Docs.Tests;

/// <summary>Where things were when this project was built.</summary>
internal static class Build
{
    public static string RepositoryRoot => Metadata(nameof(RepositoryRoot));

    private static string Metadata(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
