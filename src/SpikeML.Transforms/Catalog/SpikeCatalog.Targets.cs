using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Rate-coded targets: for each label, the correct class fires at one rate and the others at another (snnTorch's
    /// <c>targets_rate</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Numbers, with NumClasses null |
    /// | Input column data type | Key or number (class indices from 0): scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, classes] |
    /// | Exportable to ONNX | Yes, unless targets are drawn |
    /// ]]></format>
    /// If the pattern is drawn, equal labels give equal targets unless a row key column distinguishes the rows.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions, classes].</param>
    /// <param name="inputColumnName">
    /// The column with the labels: keys, or class indices from 0. If null, the column named <paramref name="outputColumnName"/>
    /// is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<RateTargetEncodingOptions> EncodeRateTargets(
        string outputColumnName, string? inputColumnName = null, RateTargetEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Latency-coded targets: for each label, the correct class fires first and all others last (snnTorch's
    /// <c>targets_latency</c>).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | Numbers, with NumClasses null |
    /// | Input column data type | Key or number (class indices from 0): scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, classes] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// The latest spike time of a one-hot label does not depend on data, so Normalize and NumSteps = null do not read any.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions, classes].</param>
    /// <param name="inputColumnName">
    /// The column with the labels: keys, or class indices from 0. If null, the column named <paramref name="outputColumnName"/>
    /// is read and replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<LatencyTargetEncodingOptions> EncodeLatencyTargets(
        string outputColumnName, string? inputColumnName = null, LatencyTargetEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);
}
