using System.Diagnostics;

namespace SpikeML.Tests.Hostile;

/// <summary>
/// How long a fuzz test tries inputs: a few seconds in the test run, longer with SPIKEML_FUZZ_SECONDS. The inputs follow from a
/// seed that is printed; SPIKEML_FUZZ_SEED sets another.
/// </summary>
internal sealed class FuzzBudget
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly double _seconds = Setting("SPIKEML_FUZZ_SECONDS", 6);
    private readonly int _seed = (int)Setting("SPIKEML_FUZZ_SEED", 1);
    private readonly Dictionary<string, int> _outcomes = [];
    private int _tried;

    /// <summary>A generator for each input, from the seed and the input's number, until the time is over.</summary>
    public IEnumerable<Random> Inputs()
    {
        for (; _watch.Elapsed.TotalSeconds < _seconds; _tried++)
            yield return new Random(_tried * 7919 + _seed * 104729);
    }

    public void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    /// <summary>Says what was tried, and that the test could fail: at least one input each was taken and refused.</summary>
    public void Report(string kind)
    {
        string outcomes = string.Join(", ", _outcomes.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {_tried} inputs (seed {_seed}): {outcomes}");
        Assert.True(_tried > 20, $"Only {_tried} inputs were tried.");
        Assert.True(_outcomes.Count >= 2, $"All inputs had the same outcome: {outcomes}");
    }

    private static double Setting(string name, double otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
