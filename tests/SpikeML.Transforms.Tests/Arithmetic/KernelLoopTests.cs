using System.Reflection;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Arithmetic;

/// <summary>
/// Methods that loop over vectors are compiled on their own. Otherwise the runtime's profile inlines a whole kernel, through the
/// virtual calls of the engine, into one method, whose inlining budget is used up before the innermost loop: there, each
/// vector operation becomes a call, and a code is four times as slow.
/// </summary>
public class KernelLoopTests
{
    /// <summary>
    /// Methods that are inlined by force belong to the loop of their caller. Those that are optimized at once can be inlined too.
    /// </summary>
    [Fact]
    public void Loops_over_vectors_are_compiled_on_their_own()
    {
        Coverage.SkipIfCounted(typeof(SpikeCode).Assembly);
        Assert.Empty(MethodLoops.Of(typeof(SpikeCode).Assembly)
            .Where(loop => loop.Method.DeclaringType!.Namespace!.StartsWith(nameof(SpikeML), StringComparison.Ordinal))
            .Where(loop => loop.Calls.Any(IsVectorOperation) && (loop.Method.MethodImplementationFlags
                & (MethodImplAttributes.NoInlining | MethodImplAttributes.AggressiveInlining)) == 0)
            .Select(loop => $"{loop.Method.DeclaringType}.{loop.Method.Name}: add [MethodImpl(MethodImplOptions.NoInlining)]"));
    }

    [Fact]
    public void The_loops_of_kernels_are_found() => Assert.Contains(MethodLoops.Of(typeof(SpikeCode).Assembly), loop =>
        loop.Method.DeclaringType == typeof(StepLanes) && loop.Method.Name == "RunLanes" && loop.Calls.Any(IsVectorOperation));

    private static bool IsVectorOperation(MethodBase method) =>
        method.DeclaringType is { } type && (type.Namespace == "System.Runtime.Intrinsics" || (type.Assembly
            == typeof(SpikeCode).Assembly && method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining)));
}
