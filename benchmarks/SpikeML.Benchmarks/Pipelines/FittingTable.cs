using System.Diagnostics;
using Microsoft.ML;
using SpikeML.Benchmarks.Codes;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// What <c>Fit</c> of each code of series costs, in passes of encoding the same rows once with what was found: by the time on the
/// wall, and by processor time, which a busy machine changes little. Medians of the ratios of neighbouring turns.
/// </summary>
internal static class FittingTable
{
    private const int Turns = 5;
    private const double Seconds = 0.3;
    private const string Encoded = "Output";

    /// <summary>The most passes of encoding that a fit may cost.</summary>
    private const double Goal = 20;

    private static readonly int[] RowCounts = [4, 128];

    public static void Print(string filter)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{SeriesRows.Neurons} series x {SeriesRows.NumSteps} steps a row, {Environment.ProcessorCount} cores, median of ")
            + FormattableString.Invariant($"{Turns} turns\n"));
        Console.WriteLine("| code | rows | Fit, ms a row | encoding, ms a row | Fit / encoding, wall | processor time "
            + FormattableString.Invariant($"| {Goal}x would be, ms a row | speed-up that this needs |"));
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((string name, FittedSeriesCode code, InputRows rows) in Cases())
        {
            foreach (int count in RowCounts.Where(_ => name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
                Print(name, code, rows.Take(count));
        }
    }

    private static IEnumerable<(string Name, FittedSeriesCode Code, InputRows Rows)> Cases() =>
    [
        ("step-forward", new StepForwardEncodingOptions(), SeriesRows.Series),
        ("threshold-based", new ThresholdBasedEncodingOptions(), SeriesRows.Series),
        ("moving window", new MovingWindowEncodingOptions(), SeriesRows.Series),
        ("moving window, Window 5", new MovingWindowEncodingOptions { Window = 5 }, SeriesRows.Series),
        ("moving window, noise", new MovingWindowEncodingOptions(), SeriesRows.Noise.Take(32)),
        ("BSA", new BsaEncodingOptions(), SeriesRows.Unit),
        ("residue", new ResidueEncodingOptions(), SeriesRows.Series),
        ("multi-threshold", new MultiThresholdEncodingOptions(), SeriesRows.Series),
        ("pulse width", new PulseWidthEncodingOptions { Period = null }, SeriesRows.Series),
    ];

    private static void Print(string name, FittedSeriesCode code, InputRows rows)
    {
        ITransformer fitted = Fit(code, rows);
        IDataView encoded = fitted.Transform(rows.Once);
        Cost[] fits = new Cost[Turns], passes = new Cost[Turns];
        for (int turn = 0; turn < Turns; turn++)
        {
            fits[turn] = Cost.Of(() => Fit(code, rows), once: true);
            passes[turn] = Cost.Of(() => Measure.OneCursor(encoded, Encoded, 0), once: false);
        }
        double Ratio(Func<Cost, double> of) => Measure.Median(fits.Zip(passes, (fit, pass) => of(fit) / of(pass)));
        double processor = Ratio(cost => cost.Processor);
        double EachRow(Cost[] costs) => Measure.Median(costs.Select(cost => cost.Processor)) * 1e3 / rows.Rows.Length;
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {rows.Rows.Length} | {EachRow(fits):0.000} | {EachRow(passes):0.0000} | ")
            + FormattableString.Invariant($"{Ratio(cost => cost.Wall):0.0} | {processor:0.0} | {Goal * EachRow(passes):0.000} | ")
            + (processor > Goal ? FormattableString.Invariant($"{processor / Goal:0.0}x |") : "none |"));
    }

    private static ITransformer Fit(FittedSeriesCode code, InputRows rows) => code.Entry.MakeEstimator(
        new MLContext(seed: 1), [new(Encoded, MemoryView.Column)], code, CancellationToken.None).Fit(rows.Once);

    /// <summary>Seconds of one pass.</summary>
    private readonly record struct Cost(double Wall, double Processor)
    {
        public static Cost Of(Action pass, bool once)
        {
            int passes = 0;
            Stopwatch watch = Stopwatch.StartNew();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            for (; passes == 0 || (!once && watch.Elapsed.TotalSeconds < Seconds); passes++)
                pass();
            return new(watch.Elapsed.TotalSeconds / passes, (Environment.CpuUsage.TotalTime - start).TotalSeconds / passes);
        }
    }
}
