using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeML.Docs.Tests;

/// <summary>The costs on the pages of docs/codes are those of docs/performance.md, within what a busy machine changes.</summary>
public partial class CodeCostTests
{
    private const double Tolerance = 2, DensityTolerance = 1.3;

    private static readonly Dictionary<string, string> Others = new()
    {
        ["events"] = "to events",
        ["readouts"] = "read out count",
        ["decoding"] = "decode step forward",
        ["scale"] = "scale",
    };

    public static TheoryData<string> Pages => [.. SpikeCodes.Encoders.Select(code => code.Name).Concat(Others.Keys)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Costs_are_those_of_the_measurements(string page)
    {
        string[] parts = string.Join(' ', CodePages.Section(page, "Cost")).Split("Decoding: ");
        Check(page, Others.GetValueOrDefault(page, page.Replace('-', ' ')), parts[0]);
        if (parts.Length > 1)
            Check(page, "decode " + page.Replace('-', ' '), parts[1]);
    }

    private static void Check(string page, string code, string text)
    {
        Match[] costs = [.. Cost().Matches(text).Where(cost => cost.Groups["unit"].Success || cost.Groups["density"].Success)];
        Assert.NotEmpty(costs);
        foreach (Match cost in costs)
        {
            double rows = Number(cost.Groups["rows"].Value);
            double? density = cost.Groups["density"].Success ? Number(cost.Groups["density"].Value) : null;
            IEnumerable<double> measured = Measured
                .Where(row => row.Code == code && IsNear(row.Density, density ?? row.Density, DensityTolerance))
                .Select(row => row.Rows);
            Assert.True(measured.Any(other => IsNear(rows, other, Tolerance)),
                $"{page} says {cost.Value}; docs/performance.md has {string.Join(", ", measured)} for {code}.");
        }
    }

    private static bool IsNear(double one, double other, double tolerance) =>
        one <= other * tolerance && other <= one * tolerance;

    private static (string Code, double Density, double Rows)[] Measured { get; } =
        [.. File.ReadLines(Path.Combine(Build.RepositoryRoot, "docs", "performance.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 12 && cells[2].EndsWith('%'))
            .Select(cells => (cells[1].Replace('-', ' ').ToLowerInvariant(), Number(cells[2].TrimEnd('%', ' ')),
                Number(cells[4])))];

    private static double Number(string text) => double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    // As in: 47,000 rows a second (784 features x 100 steps) at a spike density of 19 %, 41,000 at 100 %. Without one: at any.
    [GeneratedRegex(
        @"(?<rows>\d[\d,]*)(?<unit> rows a second)?( \([^)]*\))?( at (a [\w -]+ of )?(?<density>[\d.]+) %)?")]
    private static partial Regex Cost();
}
