using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks;

/// <summary>How fast rows are read, and medians of what was measured.</summary>
internal static class Measure
{
    /// <summary>Rows a second through one cursor, over about so many seconds.</summary>
    public static double OneCursor(IDataView data, string column, double seconds) => Passes(seconds, () =>
    {
        using DataViewRowCursor cursor = data.GetRowCursor([data.Schema[column]]);
        return Read(cursor, column);
    });

    /// <summary>Rows a second through a set of two cursors, each on its own thread.</summary>
    public static double TwoCursors(IDataView data, string column, double seconds) => CursorSet(data, column, 2, seconds);

    /// <summary>Rows a second through a set of cursors, each on a thread of its own.</summary>
    public static double CursorSet(IDataView data, string column, int count, double seconds) => Passes(seconds, () =>
    {
        DataViewRowCursor[] cursors = data.GetRowCursorSet([data.Schema[column]], count);
        long rows = 0;
        Thread[] threads = [.. cursors.Select(cursor => new Thread(() =>
        {
            using (cursor)
                Interlocked.Add(ref rows, Read(cursor, column));
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        return rows;
    });

    /// <summary>The seconds that an action takes.</summary>
    public static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Items a second of an action that says how many it handled.</summary>
    public static double Passes(double seconds, Func<long> pass)
    {
        Stopwatch watch = Stopwatch.StartNew();
        long items = 0;
        do
            items += pass();
        while (watch.Elapsed.TotalSeconds < seconds);
        return items / watch.Elapsed.TotalSeconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static long Read(DataViewRowCursor cursor, string column)
    {
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(cursor.Schema[column]);
        VBuffer<float> values = default;
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
            getter(ref values);
        return rows;
    }
}
