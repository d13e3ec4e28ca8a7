using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Benchmarks.Codes;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// What sets of cursors wait for: whole passes over sources that ML.NET can share out, and over those that it reads with one
/// cursor, by one cursor and by one for each core; medians of the ratios of neighbouring turns. On a busy machine the processor
/// time says more: where a row takes no more of it in a set than with one cursor, the cursors do not wait for each other.
/// </summary>
internal static class CursorTable
{
    private const int Turns = 7, Features = FeatureRows.Count;

    public static void Print()
    {
        MLContext context = new(seed: 1);
        int cores = Environment.ProcessorCount;
        IDataView digits = context.Data.LoadSampleDigits(20_000);
        IDataView series = InMemory(context, SeriesRows.Series, [SeriesRows.NumSteps, Features], copies: 8);
        Console.WriteLine(
            $"| code | source | one cursor, rows/s | {cores} cursors, rows/s | speed-up | processor us a row | in the set |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        SpikeCatalog spikes = context.Transforms.Spikes;
        LatencyEncodingOptions latency = new() { Linear = true, Normalize = true, Clip = true };
        foreach ((string source, IDataView rows) in Sources(context, digits))
        {
            Print("latency", source, spikes.EncodeLatency("Spikes", "Features", latency).Fit(digits).Transform(rows), cores);
            Print("rate", source, spikes.EncodeRate("Spikes", "Features").Fit(digits).Transform(rows), cores);
        }
        foreach ((string source, IDataView rows) in new[] { ("LoadFromEnumerable", series), ("Cache", Cached(context, series)) })
            Print("delta", source, spikes.EncodeDelta("Spikes", "Features").Fit(series).Transform(rows), cores);
    }

    private static IEnumerable<(string Name, IDataView Rows)> Sources(MLContext context, IDataView digits)
    {
        VBuffer<float>[] rows = [.. digits.GetColumn<VBuffer<float>>("Features").Select(Own)];
        VectorDataViewType type = new(NumberDataViewType.Single, Features);
        IDataView enumerable = InMemory(context, new InputRows(type, rows, IsTimeFirst: false), [Features], copies: 1);
        return [("LoadSampleDigits", digits), ("Cache", Cached(context, digits)), ("LoadFromEnumerable", enumerable)];
    }

    private static VBuffer<float> Own(VBuffer<float> row)
    {
        VBuffer<float> own = default;
        row.CopyTo(ref own);
        return own;
    }

    /// <summary>Rows that ML.NET gives one cursor for.</summary>
    private static IDataView InMemory(MLContext context, InputRows rows, int[] dimensions, int copies)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        Row[] made = [.. rows.Rows.Select(row => new Row { Features = row })];
        return context.Data.LoadFromEnumerable(Enumerable.Repeat(made, copies).SelectMany(row => row), schema);
    }

    private static IDataView Cached(MLContext context, IDataView rows)
    {
        IDataView cached = context.Data.Cache(rows, "Features");
        Measure.OneCursor(cached, "Features", 0);
        return cached;
    }

    private static void Print(string code, string source, IDataView spikes, int cores)
    {
        Measure.OneCursor(spikes, "Spikes", 0.3);
        Measure.CursorSet(spikes, "Spikes", cores, 0.1);
        var one = new (double Speed, double Processor)[Turns];
        var all = new (double Speed, double Processor)[Turns];
        for (int turn = 0; turn < Turns; turn++)
        {
            one[turn] = Turn(() => Measure.OneCursor(spikes, "Spikes", 0.2));
            all[turn] = Turn(() => Measure.CursorSet(spikes, "Spikes", cores, 0.2));
        }
        double Median((double Speed, double Processor)[] turns, Func<(double Speed, double Processor), double> of) =>
            Measure.Median(turns.Select(of));
        double speedUp = Measure.Median(all.Zip(one, (many, single) => many.Speed / single.Speed));
        (double oneSpeed, double allSpeed) = (Median(one, turn => turn.Speed), Median(all, turn => turn.Speed));
        (double oneTime, double allTime) = (Median(one, turn => turn.Processor), Median(all, turn => turn.Processor));
        Console.WriteLine(FormattableString.Invariant(
            $"| {code} | {source} | {oneSpeed:N0} | {allSpeed:N0} | {speedUp:0.00}x | {oneTime:0.00} | {allTime:0.00} |"));
    }

    /// <summary>Rows a second, and the microseconds of processor time, of all threads, that a row took.</summary>
    private static (double Speed, double Processor) Turn(Func<double> speed)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double rows = speed();
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds / Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (rows, 1e6 * processor / rows);
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }
    }
}
