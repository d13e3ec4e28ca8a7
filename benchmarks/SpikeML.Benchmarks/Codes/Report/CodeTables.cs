using System.Globalization;
using System.Text;

namespace SpikeML.Benchmarks.Codes;

/// <summary>The tables of a run, in Markdown.</summary>
internal static class CodeTables
{
    public static string Of(IReadOnlyList<RaceResult> results, IReadOnlyList<(string Name, string Limit, double[] Densities)> unreached, string about)
    {
        StringBuilder text = new();
        text.AppendLine(about).AppendLine();
        AppendRows(text, results);
        AppendSummary(text, results);
        AppendCursors(text, results);
        AppendUnreached(text, unreached);
        return text.ToString();
    }

    private static void AppendRows(StringBuilder text, IEnumerable<RaceResult> results)
    {
        text.AppendLine("| code | density | set by | rows/s | x torch | x plain loop | of goal | x torch, two cursors | share of copy | bytes/row allocated |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (RaceResult result in results.OrderBy(result => result.ShareOfGoal))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {result.Trial.Name} | {Density.Text(result.Trial.Density)} | {result.Trial.Setting} | {result.RowsPerSecond:N0} | {Times(result.TimesTorch)} "
                + $"| {Times(result.TimesLoop)} | {result.ShareOfGoal:P0} | {Times(result.TimesTorchByTwo)} | {result.ShareOfCopy:P0} | {result.BytesPerRow:N0} |");
        }
    }

    private static void AppendSummary(StringBuilder text, IEnumerable<RaceResult> results)
    {
        text.AppendLine().AppendLine("| code | densities | x torch: worst | median | x plain loop: worst | median | share of copy: median | of goal: worst |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var code in results.GroupBy(result => result.Trial.Name).OrderBy(code => code.Min(result => result.ShareOfGoal)))
        {
            double Median(Func<RaceResult, double> of) => Measure.Median(code.Select(of));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {code.Key} | {code.Count()} | {Times(code.Min(result => result.TimesTorch))} | {Times(Median(result => result.TimesTorch))} "
                + $"| {Times(code.Min(result => result.TimesLoop))} | {Times(Median(result => result.TimesLoop))} "
                + $"| {Median(result => result.ShareOfCopy):P0} | {code.Min(result => result.ShareOfGoal):P0} |");
        }
    }

    private static void AppendCursors(StringBuilder text, IEnumerable<RaceResult> results)
    {
        int cores = Environment.ProcessorCount;
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture,
            $"| code | one cursor, rows/s | two cursors, rows/s | speed-up: worst | median | {cores} cursors, rows/s | speed-up: worst | median |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var code in results.GroupBy(result => result.Trial.Name).OrderBy(code => Measure.Median(code.Select(result => result.TimesByAll))))
        {
            double Median(Func<RaceResult, double> of) => Measure.Median(code.Select(of));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {code.Key} | {Median(result => result.RowsPerSecond):N0} | {Median(result => result.RowsPerSecondByTwo):N0} "
                + $"| {code.Min(result => result.TimesByTwo):0.00}x | {Median(result => result.TimesByTwo):0.00}x "
                + $"| {Median(result => result.RowsPerSecondByAll):N0} | {code.Min(result => result.TimesByAll):0.00}x | {Median(result => result.TimesByAll):0.00}x |");
        }
    }

    private static void AppendUnreached(StringBuilder text, IEnumerable<(string Name, string Limit, double[] Densities)> unreached)
    {
        text.AppendLine().AppendLine("| code | densities it cannot reach | why |").AppendLine("|---|---|---|");
        foreach ((string name, string limit, double[] densities) in unreached)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {string.Join(", ", densities.Select(Density.Text))} | {limit} |");
    }

    private static string Times(double ratio) => ratio.ToString(ratio < 1 ? "0.00x" : ratio < 10 ? "0.0x" : "0x", CultureInfo.InvariantCulture);
}
