using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the estimators of codes of single features share. Where a code draws at random, its seed is set when the estimator is made.</summary>
/// <typeparam name="TTransformer">The transformer that fitting makes.</typeparam>
/// <typeparam name="TOptions">The code's options.</typeparam>
public abstract class FeatureCodeEstimator<TTransformer, TOptions> : SpikeEstimator<TTransformer>
    where TTransformer : FeatureCodeTransformer<TOptions>
    where TOptions : FeatureCodeOptions
{
    internal FeatureCodeEstimator(IHostEnvironment environment, string name, InputOutputColumnPair[] columns, TOptions options)
        : base(environment, name, columns) => Options = (TOptions)options.Seeded(Host.Rand);

    internal TOptions Options { get; }

    internal sealed override string? RowKeyColumn => Options.RowKeyColumn;
}
