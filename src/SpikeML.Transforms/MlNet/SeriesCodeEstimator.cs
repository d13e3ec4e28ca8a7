using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the estimators of codes of series share: what is left open is found by fitting.</summary>
/// <typeparam name="TTransformer">The transformer that fitting makes.</typeparam>
/// <typeparam name="TOptions">The code's options.</typeparam>
public abstract class SeriesCodeEstimator<TTransformer, TOptions> : SpikeEstimator<TTransformer>
    where TTransformer : SeriesCodeTransformer<TOptions>
    where TOptions : SeriesCodeOptions
{
    private readonly TOptions _options;

    internal SeriesCodeEstimator(IHostEnvironment environment, string name, InputOutputColumnPair[] columns, TOptions options)
        : base(environment, name, columns) => _options = options;

    internal sealed override bool ScalarAllowed => false;

    internal abstract TTransformer Make(TOptions[] options);

    internal sealed override TTransformer FitChecked(IDataView input) =>
        Make([.. SeriesLearning.Learn(Host, input, ColumnPairs, _options).Cast<TOptions>()]);
}
