using System.Diagnostics;

namespace SpikeML.Benchmarks.Codes;

/// <summary>How often a second actions are done, on one thread or on one for each of them.</summary>
internal static class Speed
{
    /// <summary>The clock is read about as often as this.</summary>
    private const double SecondsBetweenLooks = 0.0002;

    /// <summary>How many actions a thread does between two looks at the clock.</summary>
    public static int ChunkFor(Action action)
    {
        for (int chunk = 1; ; chunk *= 2)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < chunk; i++)
                action();
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > SecondsBetweenLooks)
                return Math.Max(1, chunk / 2);
        }
    }

    /// <summary>Does an action for about so many seconds; gives how often a second.</summary>
    public static double Of(Action action, int chunk, double seconds)
    {
        long start = Stopwatch.GetTimestamp(), done = 0;
        double elapsed;
        do
        {
            for (int i = 0; i < chunk; i++)
                action();
            done += chunk;
            elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        while (elapsed < seconds);
        return done / elapsed;
    }

    /// <summary>
    /// Does all actions at once, each on a thread of its own that is there before the clock starts; gives how often a second in all.
    /// </summary>
    public static double OfAll(Action[] actions, int chunk, double seconds)
    {
        using Barrier start = new(actions.Length);
        double[] speeds = new double[actions.Length];
        Thread[] threads = [.. actions.Select((action, i) => new Thread(() =>
        {
            start.SignalAndWait();
            speeds[i] = Of(action, chunk, seconds);
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return speeds.Sum();
    }
}
