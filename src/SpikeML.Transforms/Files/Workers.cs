namespace SpikeML;

/// <summary>Runs work on several threads at a time, or at once on the caller's.</summary>
internal sealed class Workers
{
    private readonly TaskFactory? _factory;

    /// <param name="threads">The largest number of threads; 1: the caller's own.</param>
    public Workers(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        _factory = threads == 1 ? null : new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads)
            .ConcurrentScheduler);
        MostPending = threads == 1 ? 1 : 2 * threads;
    }

    /// <summary>The caller's own thread alone.</summary>
    public static Workers None { get; } = new(1);

    /// <summary>
    /// How many pieces of work are begun before the first of them is waited for: enough to keep all threads busy.
    /// </summary>
    public int MostPending { get; }

    /// <summary>Begins a piece of work.</summary>
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

    /// <summary>Results in the order of the pieces of work, of which some are done while a result is taken.</summary>
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
