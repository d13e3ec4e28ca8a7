using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>How the runtime compiles loops over vectors.</summary>
internal static class KernelCompilation
{
    /// <summary>
    /// On their own, so that their vector operations do not use up a caller's inlining budget, and optimized at the first call.
    /// By default, a loop runs for the first seconds of a process in code that calls a method for each vector operation, which
    /// takes several times as long.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;
}
