using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Targets of a label over time, at a rate for the correct class and one for the others (snnTorch's <c>targets_rate</c>).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, classes].</param>
    /// <param name="inputColumnName">The labels, keys or class indices from 0; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RateTargetEncodingEstimator EncodeRateTargets(string outputColumnName, string? inputColumnName = null, RateTargetEncodingOptions? options = null) =>
        EncodeRateTargets([new(outputColumnName, inputColumnName)], options);

    /// <summary>Rate-coded targets of several columns with the same options and seed.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RateTargetEncodingEstimator EncodeRateTargets(InputOutputColumnPair[] columns, RateTargetEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Targets of a label as times: the correct class fires first, every other last (snnTorch's <c>targets_latency</c>).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, classes].</param>
    /// <param name="inputColumnName">The labels, keys or class indices from 0; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LatencyTargetEncodingEstimator EncodeLatencyTargets(string outputColumnName, string? inputColumnName = null, LatencyTargetEncodingOptions? options = null) =>
        EncodeLatencyTargets([new(outputColumnName, inputColumnName)], options);

    /// <summary>Latency-coded targets of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LatencyTargetEncodingEstimator EncodeLatencyTargets(InputOutputColumnPair[] columns, LatencyTargetEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
