using System.Collections.Immutable;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>Every estimator of ours, one line each, through all twenty checks.</summary>
public class EstimatorConformanceTests
{
    private const string LearnsNothingPerSlot = "It learns nothing per slot, so any number of slots can be transformed.";
    private const string ReadsNoData = "Fitting reads no data.";
    private const string AllThatFitsTransforms = "The output has the input's dimensions, so all that fits can be transformed.";

    private static readonly ConformanceCase[] Cases =
    [
        Stateless("rate", (spikes, columns) => spikes.EncodeRate(columns, new() { NumSteps = 6, Seed = 3 }), numSteps: 6),
        Stateless("rate with row key", (spikes, columns) => spikes.EncodeRate(columns, new() { NumSteps = 6, Seed = 3, RowKeyColumnName = "Id" }), numSteps: 6)
            with { OtherInputs = ["Id"] },
        Series("rate of a time-varying input", (spikes, columns) => spikes.EncodeRate(columns, new() { TimeVarying = true, Seed = 3, FirstSpikeTime = 2 }), silentSteps: 2),
        Stateless("latency", (spikes, columns) => spikes.EncodeLatency(columns, new() { NumSteps = 9, Linear = true, Normalize = true, Clip = true }), numSteps: 9),
        Stateless("latency with targets", (spikes, columns) => spikes.EncodeLatency(columns, new() { NumSteps = 50, Tau = 3, OffTarget = 0.25, Interpolate = true }), numSteps: 50),
        Learning("latency, normalized", (spikes, columns) => spikes.EncodeLatency(columns, new() { NumSteps = 20, Normalize = true }), numSteps: 20),
        Times("spike times", (spikes, columns) => spikes.EncodeSpikeTimes(columns, new() { Tau = 5 })),
        Times("spike times, normalized", (spikes, columns) => spikes.EncodeSpikeTimes(columns, new() { Normalize = true }))
            with { ReadsData = true, NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot)) },
        Series("delta", (spikes, columns) => spikes.EncodeDelta(columns, new() { OffSpike = true }), silentSteps: 0),
    ];

    public static TheoryData<string, int, string> Checks
    {
        get
        {
            TheoryData<string, int, string> rows = [];
            foreach (ConformanceCase test in Cases)
            {
                foreach ((int number, (string name, _)) in EstimatorConformance.Checks)
                {
                    if (!test.NotApplicable.ContainsKey(number))
                        rows.Add(test.Name, number, name);
                }
            }
            return rows;
        }
    }

    internal static IEnumerable<string> Names => Cases.Select(test => test.Name);

    internal static ConformanceCase Case(string name) => Cases.Single(test => test.Name == name);

    [Theory]
    [MemberData(nameof(Checks))]
    public void Estimator_passes(string estimator, int number, string check)
    {
        Assert.NotEmpty(check);
        EstimatorConformance.Checks[number].Check(Case(estimator));
    }

    private static ConformanceCase Stateless(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make, int numSteps) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.Insert(0, numSteps)),
        FitOnly = context => SampleRow.Data(context, [int.MaxValue / numSteps / 100, 101], rowCount: 0),
        NotApplicable = Without((18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    private static ConformanceCase Learning(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make, int numSteps) =>
        Stateless(name, make, numSteps) with
        {
            ReadsData = true,
            FitOnly = null,
            NotApplicable = Without((3, "Only a column of more than 100 million slots would fit but not transform, and fitting would read it."), (18, LearnsNothingPerSlot)),
        };

    private static ConformanceCase Times(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? [1] : input),
        NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    private static ConformanceCase Series(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make, int silentSteps) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : input.SetItem(0, input[0] + silentSteps)),
        NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    private static ImmutableDictionary<int, string> Without(params (int Check, string Reason)[] checks) =>
        checks.ToImmutableDictionary(pair => pair.Check, pair => pair.Reason);
}
