namespace SpikeML;

/// <summary>Runs work on several threads, or immediately on the caller's thread.</summary>
internal sealed class Workers
{
    private readonly TaskFactory? _factory;

    /// <param name="threads">The maximum number of threads; 1 uses the caller's thread.</param>
    public Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        _factory = threads == 1 ? null : new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads)
            .ConcurrentScheduler);
        MostPending = threads == 1 ? 1 : 2 * threads;
    }

    /// <summary>Only the caller's thread.</summary>
    public static Workers None { get; } = new(1);

    /// <summary>The number of work items to start before waiting for the first one: enough to keep all threads busy.</summary>
    public int MostPending { get; }

    /// <summary>Starts a work item.</summary>
    public Task<T> Start<T>(Func<T> work)
    {
        if (_factory is not null)
            return _factory.StartNew(work);
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>The results in the order of the work items; further items run while a result is consumed.</summary>
    public IEnumerable<T> InOrder<T>(IEnumerable<Func<T>> pieces)
    {
        Queue<Task<T>> pending = [];
        foreach (Func<T> piece in pieces)
        {
            pending.Enqueue(Start(piece));
            if (pending.Count >= MostPending)
                yield return pending.Dequeue().GetAwaiter().GetResult();
        }
        while (pending.Count > 0)
            yield return pending.Dequeue().GetAwaiter().GetResult();
    }
}
