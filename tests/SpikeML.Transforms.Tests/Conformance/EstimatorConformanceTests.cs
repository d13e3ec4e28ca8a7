using System.Collections.Immutable;
using Microsoft.ML;

namespace SpikeML.Tests.Conformance;

/// <summary>Every estimator of ours, one line each, through all twenty checks.</summary>
public class EstimatorConformanceTests
{
    private const string LearnsNothingPerSlot = "It learns nothing per slot, so any number of slots can be transformed.";
    private const string OnlyTooLarge = "Only a column of more than 100 million slots would fit but not transform, and fitting would read it.";
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
        Targets("rate targets", (spikes, columns) => spikes.EncodeRateTargets(columns, new() { NumSteps = 6, NumClasses = 3, CorrectRate = 0.5, Interpolate = true }), numSteps: 6),
        Targets("rate targets, drawn", (spikes, columns) => spikes.EncodeRateTargets(columns,
            new() { NumSteps = 6, NumClasses = 3, CorrectRate = 0.8, IncorrectRate = 0.2, FiringPattern = FiringPattern.Poisson, Seed = 3, RowKeyColumnName = "Id" }), numSteps: 6)
            with { OtherInputs = ["Id"] },
        Targets("latency targets, learned", (spikes, columns) => spikes.EncodeLatencyTargets(columns, new() { Latency = new() { NumSteps = 5, Normalize = true } }), numSteps: 5)
            with { ReadsData = true, FitOnly = null, NotApplicable = Without((3, OnlyTooLarge), (18, LearnsNothingPerSlot)) },
        Series("delta", (spikes, columns) => spikes.EncodeDelta(columns, new() { OffSpike = true }), silentSteps: 0),
        Series("step-forward", (spikes, columns) => spikes.EncodeStepForward(columns, new() { Threshold = 0.25 }), silentSteps: 0),
        Fitted("step-forward, fitted", (spikes, columns) => spikes.EncodeStepForward(columns)),
        Series("threshold-based", (spikes, columns) => spikes.EncodeThresholdBased(columns, new() { Factor = 0.5 }), silentSteps: 0),
        Fitted("threshold-based, fitted", (spikes, columns) => spikes.EncodeThresholdBased(columns)),
        Fitted("moving window, fitted", (spikes, columns) => spikes.EncodeMovingWindow(columns, new() { Window = 2 })),
        Fitted("BSA, fitted", (spikes, columns) => spikes.EncodeBsa(columns, new() { Filter = [0.5f, 0.25f] })),
        Series("residue", (spikes, columns) => spikes.EncodeResidue(columns, new() { Threshold = 0.25 }), silentSteps: 0),
        Fitted("multi-threshold, fitted", (spikes, columns) => spikes.EncodeMultiThreshold(columns, new() { NumThresholds = 3 })) with
        {
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : input.Add(6)),
        },
        PerSlot("receptive fields", (spikes, columns) => spikes.EncodeReceptiveFields(columns, new() { NumSteps = 6, NumFields = 3 }), input => [6, .. input, 3]),
        PerSlot("population rate", (spikes, columns) => spikes.EncodePopulationRate(columns, new() { NumSteps = 6, NumFields = 3, Seed = 3 }), input => [6, .. input, 3]),
        Stateless("weighted phase", (spikes, columns) => spikes.EncodePhase(columns), numSteps: 8),
        Stateless("rank order", (spikes, columns) => spikes.EncodeRankOrder(columns, new() { NumSteps = 6 }), numSteps: 6),
        Stateless("burst", (spikes, columns) => spikes.EncodeBurst(columns, new() { NumSteps = 12, MaxSpikes = 3, MaxGap = 4 }), numSteps: 12),
        Stateless("regular rate", (spikes, columns) => spikes.EncodeRegularRate(columns, new() { NumSteps = 6 }), numSteps: 6),
        Stateless("signed rate", (spikes, columns) => spikes.EncodeSignedRate(columns, new() { NumSteps = 6, Seed = 3, RowKeyColumnName = "Id" }), numSteps: 6)
            with { OtherInputs = ["Id"], Value = value => value - 0.5f },
        Stateless("Poisson intervals", (spikes, columns) => spikes.EncodePoissonIntervals(columns, new() { NumSteps = 6, Gain = 400, Seed = 3 }), numSteps: 6),
        Stateless("LIF current", (spikes, columns) => spikes.EncodeLifCurrent(columns, new() { NumSteps = 6, Gain = 8 }), numSteps: 6),
        Stateless("logarithmic latency", (spikes, columns) => spikes.EncodeLogLatency(columns, new() { NumSteps = 6 }), numSteps: 6),
        PerSlot("scale", (spikes, columns) => spikes.Scale(columns), input => input.IsEmpty ? [1] : input),
        PerSlot("scale by quantiles", (spikes, columns) => spikes.Scale(columns, new() { LowerQuantile = 0.1, UpperQuantile = 0.9 }), input => input.IsEmpty ? [1] : input),
        Series("spike counts", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.Count), silentSteps: 0) with { OutputType = ConformanceCase.Spikes(WithoutTime) },
        Series("mean rates", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.MeanRate), silentSteps: 0) with { OutputType = ConformanceCase.Spikes(WithoutTime) },
        Series("first-spike times", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.FirstSpikeTime), silentSteps: 0) with { OutputType = ConformanceCase.Spikes(WithoutTime) },
        Series("cumulative sums", (spikes, columns) => spikes.ReadOut(columns, SpikeReadoutKind.CumulativeSum), silentSteps: 0),
        Series("decoded steps", (spikes, columns) => spikes.Decode(columns, new StepForwardEncodingOptions { Threshold = 0.5 }, initialValue: 2), silentSteps: 0),
        Series("decoded BSA", (spikes, columns) => spikes.Decode(columns, new BsaEncodingOptions { Threshold = 0.5 }), silentSteps: 0),
        .. DecoderCases.All,
        Series("events", (spikes, columns) => spikes.ToEvents(columns), silentSteps: 0) with
        {
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : [0, 3]),
            NotApplicable = Without((3, "All but columns of more than 16 million steps or neurons can be transformed."), (10, "A text file holds no vectors of variable size."),
                (18, LearnsNothingPerSlot), (19, ReadsNoData)),
        },
        Series("spikes of events", (spikes, columns) => spikes.FromEvents(columns, new() { NumSteps = 3, Shape = [3] }), silentSteps: 0) with
        {
            InputDimensions = [4, 3],
            Value = value => MathF.Floor(value * 2.99f),
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : [3, 3]),
            TakesVariableSize = "Rows have as many events as they have.",
        },
        Stream("delta stream", (spikes, output, input) => spikes.EncodeDeltaStream(output, input, new() { OffSpike = true }), RowOrder.AsRead),
        Stream("step-forward stream", (spikes, output, input) => spikes.EncodeStepForwardStream(output, input, new() { Threshold = 0.25 }), RowOrder.AsRead),
        Stream("delta stream, sorted", (spikes, output, input) => spikes.EncodeDeltaStream(output, input, new() { OffSpike = true },
            new() { OrderColumnName = "Id", OutOfOrder = OutOfOrderPolicy.Sort }), RowOrder.ByColumn) with { OtherInputs = ["Id"] },
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
        FitOnly = context => SampleRow.Data(context, [int.MaxValue / numSteps / 100, 101], rowCount: 0, value => value),
        NotApplicable = Without((18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    private static ConformanceCase Learning(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make, int numSteps) =>
        Stateless(name, make, numSteps) with
        {
            ReadsData = true,
            FitOnly = null,
            NotApplicable = Without((3, OnlyTooLarge), (18, LearnsNothingPerSlot)),
        };

    /// <summary>Labels 0 to 2 in place of the features.</summary>
    private static ConformanceCase Targets(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make, int numSteps) =>
        Stateless(name, make, numSteps) with
        {
            Value = value => MathF.Ceiling(value * 2),
            OutputType = ConformanceCase.Spikes(input => [numSteps, .. input, 3]),
        };

    internal static ConformanceCase Times(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? [1] : input),
        NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    internal static ConformanceCase Series(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make, int silentSteps) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : input.SetItem(0, input[0] + silentSteps)),
        NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    /// <summary>Estimators behind each other where several pairs are asked for.</summary>
    private static ConformanceCase Stream(string name, Func<SpikeCatalog, string, string, IEstimator<ITransformer>> make, RowOrder order) => new()
    {
        Name = name,
        Make = (context, columns) => columns.Select(pair => make(context.Transforms.Spikes, pair.OutputColumnName, pair.InputColumnName ?? pair.OutputColumnName))
            .Aggregate((chain, next) => chain.Append(next)),
        OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? [1] : input),
        Order = order,
        OnePairOnly = "A verb encodes one stream column: its options name what goes with it.",
        NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot), (19, ReadsNoData)),
    };

    private static ConformanceCase Fitted(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make) =>
        Series(name, make, silentSteps: 0) with { ReadsData = true, NotApplicable = Without((3, AllThatFitsTransforms), (18, LearnsNothingPerSlot)) };

    internal static ImmutableArray<int>? WithoutTime(ImmutableArray<int> input) => input.Length switch
    {
        0 => null,
        1 => [1],
        _ => input.RemoveAt(0),
    };

    private static ConformanceCase PerSlot(string name, Func<SpikeCatalog, InputOutputColumnPair[], IEstimator<ITransformer>> make,
        Func<ImmutableArray<int>, ImmutableArray<int>?> dimensionsFor) => new()
        {
            Name = name,
            Make = (context, columns) => make(context.Transforms.Spikes, columns),
            OutputType = ConformanceCase.Spikes(dimensionsFor),
            FitOnly = null,
            ReadsData = true,
            NotApplicable = Without((3, OnlyTooLarge)),
        };

    private static ImmutableDictionary<int, string> Without(params (int Check, string Reason)[] checks) =>
        checks.ToImmutableDictionary(pair => pair.Check, pair => pair.Reason);
}
