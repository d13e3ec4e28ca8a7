using static SpikeML.Benchmarks.Codes.MarkdownTable;

namespace SpikeML.Benchmarks.Codes;

/// <summary>
/// The tables of a run, in Markdown: every measurement, the codes, their sets of cursors, and what could not be measured.
/// </summary>
internal static class CodeTables
{
    public static string Of(IReadOnlyList<RaceResult> results, IReadOnlyList<Unreached> unreached, string about) =>
        string.Join('\n', about, "", Measurements(results), Summary(results), Cursors(results), Missing(unreached));

    private static MarkdownTable Measurements(IEnumerable<RaceResult> results)
    {
        MarkdownTable table = new("code", "density", "set by", "rows/s", "x torch", "x NumPy", "x plain loop", "of goal",
            "arithmetic's share", "ML.NET's share", "of goal, if arithmetic were all", "x torch, two cursors", "share of copy",
            "bytes/row allocated");
        foreach (RaceResult own in results.OrderBy(own => own.ShareOfGoal))
        {
            table.Add(own.Trial.Name, Density.Text(own.Trial.Density), own.Trial.Setting, Number(own.RowsPerSecond),
                Times(own.TimesTorch), own.TimesNumPy is double numPy ? Times(numPy) : "", Times(own.TimesLoop),
                Share(own.ShareOfGoal), own.ShareOfArithmetic is double alone ? Share(alone) : "",
                own.ShareOfMapper is double mapper ? Share(mapper) : "",
                own.ShareOfGoalByArithmetic is double most ? Share(most) : "", Times(own.TimesTorchByTwo),
                Share(own.ShareOfCopy), Number(own.BytesPerRow));
        }
        return table;
    }

    private static MarkdownTable Summary(IEnumerable<RaceResult> results)
    {
        MarkdownTable table = new("code", "densities", "x torch: worst", "median", "x plain loop: worst", "median",
            "share of copy: median", "of goal: worst");
        foreach (var code in results.GroupBy(own => own.Trial.Name).OrderBy(code => code.Min(own => own.ShareOfGoal)))
        {
            double Median(Func<RaceResult, double> of) => Measure.Median(code.Select(of));
            table.Add(code.Key, Number(code.Count()),
                Times(code.Min(own => own.TimesTorch)), Times(Median(own => own.TimesTorch)),
                Times(code.Min(own => own.TimesLoop)), Times(Median(own => own.TimesLoop)),
                Share(Median(own => own.ShareOfCopy)), Share(code.Min(own => own.ShareOfGoal)));
        }
        return table;
    }

    private static MarkdownTable Cursors(IEnumerable<RaceResult> results)
    {
        MarkdownTable table = new("code", "one cursor, rows/s", "two cursors, rows/s", "speed-up: worst", "median",
            $"{Environment.ProcessorCount} cursors, rows/s", "speed-up: worst", "median");
        foreach (var code in results.GroupBy(own => own.Trial.Name).OrderBy(code => code.Min(own => own.TimesByAll)))
        {
            double Median(Func<RaceResult, double> of) => Measure.Median(code.Select(of));
            table.Add(code.Key, Number(Median(own => own.RowsPerSecond)), Number(Median(own => own.RowsPerSecondByTwo)),
                SpeedUp(code.Min(own => own.TimesByTwo)), SpeedUp(Median(own => own.TimesByTwo)),
                Number(Median(own => own.RowsPerSecondByAll)), SpeedUp(code.Min(own => own.TimesByAll)),
                SpeedUp(Median(own => own.TimesByAll)));
        }
        return table;
    }

    private static MarkdownTable Missing(IEnumerable<Unreached> unreached)
    {
        MarkdownTable table = new("code", "densities it cannot reach", "why");
        foreach (Unreached code in unreached)
            table.Add(code.Name, string.Join(", ", code.Densities.Select(Density.Text)), code.Limit);
        return table;
    }
}
