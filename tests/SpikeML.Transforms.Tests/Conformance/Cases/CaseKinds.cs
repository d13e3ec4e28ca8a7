using System.Collections.Immutable;
using Microsoft.ML;
using Verb = System.Func<Microsoft.ML.SpikeCatalog, Microsoft.ML.InputOutputColumnPair[],
    Microsoft.ML.IEstimator<Microsoft.ML.ITransformer>>;

namespace SpikeML.Tests.Conformance;

/// <summary>Makes cases: one method for each kind of estimator, and why checks cannot apply to it.</summary>
internal static class CaseKinds
{
    public const string LearnsNothingPerSlot = "It learns nothing per slot, so any number of slots can be transformed.";
    public const string OnlyTooLarge =
        "Only a column of more than 100 million slots would fit but not transform, and fitting would read it.";
    public const string ReadsNoData = "Fitting reads no data.";
    public const string AllThatFitsTransforms = "The output has the input's dimensions, so all that fits can be transformed.";

    public static ConformanceCase Stateless(string name, Verb make, int numSteps) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.Insert(0, numSteps)),
        FitOnly = context => SampleRow.Data(context, [int.MaxValue / numSteps / 100, 101], rowCount: 0, value => value),
        NotApplicable = Without((Check.LearnedSlots, LearnsNothingPerSlot), (Check.Fitting, ReadsNoData)),
    };

    public static ConformanceCase Learned(string name, Verb make, int numSteps) =>
        Stateless(name, make, numSteps) with
        {
            ReadsData = true,
            FitOnly = null,
            NotApplicable = Without((Check.FitOnlyData, OnlyTooLarge), (Check.LearnedSlots, LearnsNothingPerSlot)),
        };

    /// <summary>Labels 0 to 2 in place of the features.</summary>
    public static ConformanceCase Targets(string name, Verb make, int numSteps) =>
        Stateless(name, make, numSteps) with
        {
            Value = value => MathF.Ceiling(value * 2),
            OutputType = ConformanceCase.Spikes(input => [numSteps, .. input, 3]),
        };

    public static ConformanceCase Times(string name, Verb make) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input),
        NotApplicable = Without(
            (Check.FitOnlyData, AllThatFitsTransforms), (Check.LearnedSlots, LearnsNothingPerSlot), (Check.Fitting, ReadsNoData)),
    };

    public static ConformanceCase Series(string name, Verb make, int silentSteps) => new()
    {
        Name = name,
        Make = (context, columns) => make(context.Transforms.Spikes, columns),
        OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? null : input.SetItem(0, input[0] + silentSteps)),
        NotApplicable = Without(
            (Check.FitOnlyData, AllThatFitsTransforms), (Check.LearnedSlots, LearnsNothingPerSlot), (Check.Fitting, ReadsNoData)),
    };

    /// <summary>Estimators behind each other where several pairs are asked for.</summary>
    public static ConformanceCase Stream(
        string name, Func<SpikeCatalog, string, string, IEstimator<ITransformer>> make, RowOrder order) => new()
        {
            Name = name,
            Make = (context, columns) => columns
                .Select(pair => make(context.Transforms.Spikes, pair.OutputColumnName, pair.InputColumnName
                    ?? pair.OutputColumnName))
                .Aggregate((chain, next) => chain.Append(next)),
            OutputType = ConformanceCase.Spikes(input => input.IsEmpty ? [1] : input),
            Order = order,
            OnePairOnly = "A verb encodes one stream column: its options name what goes with it.",
            NotApplicable = Without(
                (Check.FitOnlyData, AllThatFitsTransforms), (Check.LearnedSlots, LearnsNothingPerSlot),
                    (Check.Fitting, ReadsNoData)),
        };

    public static ConformanceCase Fitted(string name, Verb make) =>
        Series(name, make, silentSteps: 0) with
        {
            ReadsData = true,
            NotApplicable = Without((Check.FitOnlyData, AllThatFitsTransforms), (Check.LearnedSlots, LearnsNothingPerSlot)),
        };

    public static ImmutableArray<int>? WithoutTime(ImmutableArray<int> input) => input.Length switch
    {
        0 => null,
        1 => [1],
        _ => input.RemoveAt(0),
    };

    public static ConformanceCase PerSlot(
        string name, Verb make, Func<ImmutableArray<int>, ImmutableArray<int>?> dimensionsFor) => new()
        {
            Name = name,
            Make = (context, columns) => make(context.Transforms.Spikes, columns),
            OutputType = ConformanceCase.Spikes(dimensionsFor),
            FitOnly = null,
            ReadsData = true,
            NotApplicable = Without((Check.FitOnlyData, OnlyTooLarge)),
        };

    public static ImmutableDictionary<Check, string> Without(params (Check Check, string Reason)[] checks) =>
        checks.ToImmutableDictionary(pair => pair.Check, pair => pair.Reason);
}
