using System.Diagnostics;

namespace SpikeML.PlotBenchmarks;

/// <summary>Times something several times over, the first time with all that it costs to start.</summary>
internal static class Stopwatches
{
    public static double[] Run(Action action, int repetitions)
    {
        double[] milliseconds = new double[Math.Max(1, repetitions)];
        for (int i = 0; i < milliseconds.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return milliseconds;
    }
}
