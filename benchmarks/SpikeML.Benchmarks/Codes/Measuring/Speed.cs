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
            double start = Clock.OfThread;
            for (int i = 0; i < chunk; i++)
                action();
            if (Clock.OfThread - start > SecondsBetweenLooks)
                return Math.Max(1, chunk / 2);
        }
    }

    /// <summary>Does an action for about so many seconds; gives how often a second.</summary>
    public static double Of(Action action, int chunk, double seconds) => Of(action, chunk, seconds, static () => Clock.OfThread);

    /// <summary>The same for an action that works on all cores.</summary>
    public static double OnAllCores(Action action, double seconds) => Of(action, 1, seconds, static () => Clock.OfAllCores);

    /// <summary>
    /// Does all actions at once, each on a thread of its own that is there before the clock starts; gives how often a second in
    /// all.
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

    private static double Of(Action action, int chunk, double seconds, Func<double> clock)
    {
        long wall = Stopwatch.GetTimestamp(), done = 0;
        double start = clock();
        do
        {
            for (int i = 0; i < chunk; i++)
                action();
            done += chunk;
        }
        while (Stopwatch.GetElapsedTime(wall).TotalSeconds < seconds);
        return done / (clock() - start);
    }
}
