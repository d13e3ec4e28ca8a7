using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Targets of a label over time, at a rate for the correct class and one for the others (snnTorch's <c>targets_rate</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Numbers, with NumClasses null |
    /// | Input column data type | Key or number (class indices from 0): scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, classes] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// With a drawn pattern, equal labels give equal targets unless a row key column tells the rows apart.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, classes].</param>
    /// <param name="inputColumnName">
    /// The labels, keys or class indices from 0; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<RateTargetEncodingOptions> EncodeRateTargets(
        string outputColumnName, string? inputColumnName = null, RateTargetEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Targets of a label as times: the correct class fires first, every other last (snnTorch's <c>targets_latency</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Numbers, with NumClasses null |
    /// | Input column data type | Key or number (class indices from 0): scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, classes] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// The latest spike time of a one-hot label depends on no data, so Normalize and NumSteps = null read none.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, classes].</param>
    /// <param name="inputColumnName">
    /// The labels, keys or class indices from 0; null: the column named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<LatencyTargetEncodingOptions> EncodeLatencyTargets(
        string outputColumnName, string? inputColumnName = null, LatencyTargetEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);
}
