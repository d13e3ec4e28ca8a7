using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>How the runtime compiles loops over vectors.</summary>
internal static class KernelCompilation
{
    /// <summary>
    /// On their own, so that their vector operations do not use up a caller's inlining budget, and optimized at the first call.
    /// By default, a loop runs for its first seconds in code that calls a method for each vector operation: training then took
    /// four times as long in its first epoch, and encoding 10,000 digits twice as long.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;
}
