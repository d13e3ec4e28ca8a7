using System.Reflection;

namespace SpikeML.Tests.Conformance;

/// <summary>Assemblies that were rewritten to count what tests cover.</summary>
internal static class Coverage
{
    /// <summary>Skips a test that reads an assembly's code if that is not the code that was compiled.</summary>
    public static void SkipIfCounted(Assembly assembly) => Assert.SkipWhen(
        assembly.GetTypes().Any(type => type.FullName!.StartsWith("Coverlet", StringComparison.Ordinal)),
        "The assembly was rewritten to count what tests cover.");
}
