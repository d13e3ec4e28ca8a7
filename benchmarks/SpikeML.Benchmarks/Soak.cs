using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks;

/// <summary>Many rows of 100 x 784 through each encoder: the memory must stay where it is.</summary>
internal static class Soak
{
    private const int Digits = 20_000;

    public static void Print(long rows)
    {
        MLContext context = new(seed: 1);
        IDataView digits = context.Data.LoadSampleDigits(Digits);
        IDataView series = context.Transforms.Spikes.EncodeRate("Series", "Features").Fit(digits).Transform(digits);
        SpikeCatalog spikes = context.Transforms.Spikes;
        Console.WriteLine("| encoder | rows | rows/s | allocated a row, first tenth | allocated a row, rest "
            + "| working set after a tenth | at the end | peak |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Print("rate", spikes.EncodeRate("Spikes", "Features").Fit(digits).Transform(digits), rows);
        Print("latency", spikes.EncodeLatency("Spikes", "Features", new() { Tau = 5 }).Fit(digits).Transform(digits), rows);
        Print("spike times", spikes.EncodeSpikeTimes("Spikes", "Features").Fit(digits).Transform(digits), rows);
        Print("delta of rate-coded series", spikes.EncodeDelta("Spikes", "Series", new() { OffSpike = true }).Fit(series)
            .Transform(series), rows);
    }

    private static void Print(string name, IDataView spikes, long rows)
    {
        Stopwatch watch = Stopwatch.StartNew();
        long start = GC.GetTotalAllocatedBytes(precise: true);
        long first = Read(spikes, rows / 10);
        long warm = GC.GetTotalAllocatedBytes(precise: true), warmSet = Environment.WorkingSet;
        long rest = Read(spikes, rows - first);
        long end = GC.GetTotalAllocatedBytes(precise: true);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {first + rest:N0} | {(first + rest) / watch.Elapsed.TotalSeconds:N0} ")
            + FormattableString.Invariant($"| {(warm - start) / (double)first:0.00} B | {(end - warm) / (double)rest:0.00} B ")
            + $"| {warmSet >> 20} MB | {Environment.WorkingSet >> 20} MB | {process.PeakWorkingSet64 >> 20} MB |");
    }

    /// <summary>Reads at least so many rows, pass after pass.</summary>
    private static long Read(IDataView spikes, long rows)
    {
        long read = 0;
        VBuffer<float> row = default;
        while (read < rows)
        {
            using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["Spikes"]]);
            ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["Spikes"]);
            for (; read < rows && cursor.MoveNext(); read++)
                getter(ref row);
        }
        return read;
    }
}
