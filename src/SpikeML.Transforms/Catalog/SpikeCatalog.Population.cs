using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>
    /// Population coding: for each feature a row of Gaussian receptive fields, whose neurons fire the earlier the more they are
    /// driven (Bohte et al. 2002).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Range null: each slot's range |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// Values outside what was learned drive the outermost fields, or none; no value is an error but NaN and infinity.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<ReceptiveFieldEncodingOptions> EncodeReceptiveFields(
        string outputColumnName, string? inputColumnName = null, ReceptiveFieldEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Population coding by rates: for each feature a row of Gaussian receptive fields, whose activations are the probabilities
    /// of spikes (Norse, SpikingJelly).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | With Range null: each slot's range |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions, NumFields] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// A row's spikes depend on the saved seed, the row's values and, if named, the row key column; not on its position.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<PopulationRateEncodingOptions> EncodePopulationRate(
        string outputColumnName, string? inputColumnName = null, PopulationRateEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);

    /// <summary>
    /// Bins: each feature shares a rate among neurons with Gaussian responses, whose spikes are drawn or evenly spaced
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
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// A row's spikes depend on the saved seed, the row's values and, if named, the row key column; not on its position.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.
    /// </param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <param name="cancellationToken">Ends learning.</param>
    public SpikeEstimator<BinEncodingOptions> EncodeBins(
        string outputColumnName, string? inputColumnName = null, BinEncodingOptions? options = null,
            CancellationToken cancellationToken = default) =>
        Encode(outputColumnName, inputColumnName, options ?? new(), cancellationToken);
}
