using System.Globalization;

namespace SpikeML.Tests.Hostile;

/// <summary>
/// How many inputs a fuzz test tries: a number of its own, which SPIKEML_FUZZ_FACTOR multiplies. The inputs follow from a seed
/// that is printed; SPIKEML_FUZZ_SEED sets another.
/// </summary>
internal sealed class FuzzBudget(int inputs)
{
    private readonly int _inputs = checked((int)(inputs * Setting("SPIKEML_FUZZ_FACTOR", 1)));
    private readonly int _seed = (int)Setting("SPIKEML_FUZZ_SEED", 1);
    private readonly Dictionary<string, int> _outcomes = [];

    /// <summary>A generator for each input, from the seed and the input's number.</summary>
    public IEnumerable<Random> Inputs() =>
        Enumerable.Range(0, _inputs).Select(input => new Random(input * 7919 + _seed * 104729));

    public void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    /// <summary>Says what was tried, and that the test could fail: at least one input each was taken and refused.</summary>
    public void Report(string kind)
    {
        string outcomes = string.Join(", ",
            _outcomes.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {_inputs} inputs (seed {_seed}): {outcomes}");
        Assert.True(_outcomes.Count >= 2, $"All inputs had the same outcome: {outcomes}");
    }

    private static double Setting(string name, double otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? double.Parse(value, CultureInfo.InvariantCulture)
            : otherwise;
}
