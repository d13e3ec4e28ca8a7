using System.Reflection;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Arithmetic;

/// <summary>Finds methods that loop over vectors.</summary>
internal static class KernelLoops
{
    private const MethodImplAttributes AtOnce = MethodImplAttributes.NoInlining | MethodImplAttributes.AggressiveOptimization;

    /// <summary>Our methods in an assembly that loop over vectors.</summary>
    public static IEnumerable<MethodBase> Of(Assembly assembly) => MethodLoops.Of(assembly)
        .Where(loop => loop.Method.DeclaringType!.Namespace?.StartsWith(nameof(SpikeML), StringComparison.Ordinal) == true
            && loop.Calls.Any(IsVectorOperation))
        .Select(loop => loop.Method);

    /// <summary>Fails where one of them is not compiled as it must be, or where none is found.</summary>
    public static void Verify(Assembly assembly)
    {
        Coverage.SkipIfCounted(assembly);
        Assert.NotEmpty(Of(assembly));
        Assert.Empty(CompiledOtherwise(assembly));
    }

    /// <summary>
    /// Those that are not compiled as KernelCompilation says. Methods that are inlined by force belong to the loop of
    /// their caller.
    /// </summary>
    private static IEnumerable<string> CompiledOtherwise(Assembly assembly) => Of(assembly)
        .Where(method => !method.MethodImplementationFlags.HasFlag(AtOnce)
            && !method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining))
        .Select(method => $"{method.DeclaringType}.{method.Name}: add [MethodImpl(KernelCompilation.AtOnce)]");

    private static bool IsVectorOperation(MethodBase method) => method.DeclaringType is { } type
        && (type.Namespace?.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal) == true
            || (type.Namespace == "System.Numerics" && type.Name is "Vector" or "Vector`1")
            || (type.Namespace?.StartsWith(nameof(SpikeML), StringComparison.Ordinal) == true
                && method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining)));
}
