using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the estimators of codes of series share: what is left open is found by fitting.</summary>
/// <typeparam name="TTransformer">The transformer that fitting makes.</typeparam>
public abstract class SeriesCodeEstimator<TTransformer> : SpikeEstimator<TTransformer>
    where TTransformer : SeriesCodeTransformer
{
    private readonly SeriesCodeOptions _code;

    internal SeriesCodeEstimator(IHostEnvironment environment, string name, InputOutputColumnPair[] columns, SeriesCodeOptions code)
        : base(environment, name, columns) => _code = code;

    internal sealed override bool ScalarAllowed => false;

    internal abstract TTransformer Make(SeriesCodeOptions[] codes);

    internal sealed override TTransformer FitChecked(IDataView input) => Make(SeriesLearning.Learn(Host, input, ColumnPairs, _code));
}
