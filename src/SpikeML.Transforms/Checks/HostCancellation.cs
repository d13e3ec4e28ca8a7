using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Long work stops if its host or its token says so.</summary>
internal static class HostCancellation
{
    /// <summary>Throws if the work is no longer wanted.</summary>
    /// <exception cref="OperationCanceledException">The host or the token is cancelled.</exception>
    public static void CheckAlive(this IHost host, CancellationToken cancellationToken)
    {
        host.CheckAlive();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Whether the work is no longer wanted, for threads that may not throw.</summary>
    public static bool IsCancelled(this IHost host, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || host is ICancelable { IsCanceled: true };
}
