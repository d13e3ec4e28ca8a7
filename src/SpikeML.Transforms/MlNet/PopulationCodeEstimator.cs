using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the estimators of population codes share: the range of each slot is learned unless it is given.</summary>
/// <typeparam name="TTransformer">The transformer that fitting makes.</typeparam>
/// <typeparam name="TOptions">The code's options.</typeparam>
public abstract class PopulationCodeEstimator<TTransformer, TOptions> : FeatureCodeEstimator<TTransformer, TOptions>
    where TTransformer : PopulationCodeTransformer<TOptions>
    where TOptions : PopulationCodeOptions
{
    internal PopulationCodeEstimator(IHostEnvironment environment, string name, InputOutputColumnPair[] columns, TOptions options)
        : base(environment, name, columns, options)
    {
    }

    internal abstract TTransformer Make(ValueRange[][] ranges);

    internal sealed override TTransformer FitChecked(IDataView input) => Make(Options.Range is { } range
        ? [.. ColumnPairs.Select(_ => new[] { range })]
        : LearnedRanges.Learn(Host, input, ColumnPairs));
}
