using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace SpikeML.Torch;

/// <summary>Reads a sequence on a thread of its own, a few items ahead of whoever takes them.</summary>
internal static class ReadAhead
{
    /// <summary>
    /// The same items in the same order. An exception is thrown, unchanged, where it would be without reading ahead. When the
    /// taker stops, reading stops too, and the items that nobody took are disposed.
    /// </summary>
    /// <param name="read">The sequence, which throws soon after its token is cancelled.</param>
    /// <param name="ahead">The largest number of items to hold, at least 1.</param>
    public static IEnumerable<T> Of<T>(Func<CancellationToken, IEnumerable<T>> read, int ahead)
        where T : IDisposable
    {
        using CancellationTokenSource stop = new();
        using BlockingCollection<T> items = new(ahead);
        ExceptionDispatchInfo? error = null;
        Task reading = Task.Factory.StartNew(() => error = Fill(items, read, stop.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (T item in items.GetConsumingEnumerable())
                yield return item;
            reading.Wait();
            error?.Throw();
        }
        finally
        {
            stop.Cancel();
            reading.Wait();
            while (items.TryTake(out T? item))
                item.Dispose();
        }
    }

    private static ExceptionDispatchInfo? Fill<T>(BlockingCollection<T> items, Func<CancellationToken, IEnumerable<T>> read,
        CancellationToken stop)
        where T : IDisposable
    {
        try
        {
            foreach (T item in read(stop))
                Add(items, item, stop);
            return null;
        }
        catch (Exception error)
        {
            return ExceptionDispatchInfo.Capture(error);
        }
        finally
        {
            items.CompleteAdding();
        }
    }

    private static void Add<T>(BlockingCollection<T> items, T item, CancellationToken stop)
        where T : IDisposable
    {
        try
        {
            items.Add(item, stop);
        }
        catch (OperationCanceledException)
        {
            item.Dispose();
            throw;
        }
    }
}
