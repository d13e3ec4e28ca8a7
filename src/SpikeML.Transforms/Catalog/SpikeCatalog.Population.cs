using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Receptive-field coding: each feature drives a group of neurons with Gaussian receptive fields; neurons that are driven
    /// more fire earlier (Bohte et al. 2002).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Range null: each slot's range |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// Values outside the fitted range drive the outermost fields, or none. Only NaN and infinity are errors.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<ReceptiveFieldEncodingOptions> EncodeReceptiveFields(
        string outputColumnName, string? inputColumnName = null, ReceptiveFieldEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Population rate coding: each feature drives a group of neurons with Gaussian receptive fields, whose activations are
    /// spike probabilities (Norse, SpikingJelly).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Range null: each slot's range |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
    /// | Exportable to ONNX | Only with OnnxDraws = Runtime |
    /// ]]></format>
    /// A row's spikes depend on the saved seed, the row's values and, if one is named, the row key column; they do not depend on
    /// the row's position.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<PopulationRateEncodingOptions> EncodePopulationRate(
        string outputColumnName, string? inputColumnName = null, PopulationRateEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Bin coding: each feature distributes a rate among neurons with Gaussian responses, whose spikes are drawn or evenly spaced
    /// (Spike-Encoding).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Range null: each slot's range |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
    /// | Exportable to ONNX | Only with Regular, or with OnnxDraws = Runtime |
    /// ]]></format>
    /// A row's spikes depend on the saved seed, the row's values and, if one is named, the row key column; they do not depend on
    /// the row's position.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels fitting.</param>
    public SpikeEstimator<BinEncodingOptions> EncodeBins(
        string outputColumnName, string? inputColumnName = null, BinEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);
}
