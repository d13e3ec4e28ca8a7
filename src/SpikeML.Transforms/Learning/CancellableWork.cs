namespace SpikeML;

/// <summary>Work that is no longer waited for once it is cancelled, however long one part of it takes.</summary>
internal static class CancellableWork
{
    private const int PollMilliseconds = 50;

    /// <summary>
    /// Does work on a thread of its own. Where <paramref name="checkAlive"/> throws meanwhile, that error is thrown here, and the
    /// work ends by itself at its own next check.
    /// </summary>
    /// <param name="work">The work, which may not change what the caller uses after an error.</param>
    /// <param name="checkAlive">Throws where the work is no longer wanted.</param>
    public static T Run<T>(Func<T> work, Action checkAlive)
    {
        Task<T> task = Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (Task.WaitAny([task], PollMilliseconds) < 0)
            checkAlive();
        return task.GetAwaiter().GetResult();
    }
}
